package switchboard.assistant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import switchboard.api.llm.Message;

class RecollectionTest {

    @Test
    void a_short_call_is_told_word_for_word() {
        List<Message> call = exchanges(18);

        assertThat(Recollection.of(call)).isEqualTo(new Recollection(call, ""));
    }

    @Test
    void of_a_long_call_the_beginning_is_told_in_short_and_nothing_of_the_callers_is_lost() {
        Recollection told = Recollection.of(asked(exchanges(21), 22));

        assertThat(told.recent().get(0)).isEqualTo(new Message.User("Question 7?"));
        assertThat(told.recent()).hasSize(31).last().isEqualTo(new Message.User("Question 22?"));
        assertThat(told.earlier()).startsWith("The caller said: \"Question 1?\" The caller said: \"Question 2?\"").endsWith("\"Question 6?\"");
    }

    @Test
    void each_prompt_begins_with_the_one_before_it_for_six_turns() {
        List<Recollection> told = IntStream.rangeClosed(19, 24).mapToObj(turn -> Recollection.of(asked(exchanges(turn - 1), turn))).toList();

        assertThat(told).extracting(Recollection::earlier).containsOnly(told.get(0).earlier());
        for (int i = 1; i < told.size(); i++) {
            assertThat(told.get(i).recent()).startsWith(told.get(i - 1).recent().toArray(Message[]::new));
        }
        assertThat(Recollection.of(asked(exchanges(24), 25)).earlier()).isNotEqualTo(told.get(0).earlier());
    }

    @Test
    void what_was_done_is_told_and_a_tool_is_never_without_its_use() {
        List<Message> call = new ArrayList<>(exchanges(5));
        call.add(new Message.User("Yes."));
        call.add(new Message.ToolUse("1", "book", "{}"));
        call.add(new Message.ToolOutput("1", "booked 17", "Your table is booked."));
        call.addAll(exchanges(17));
        Recollection told = Recollection.of(asked(call, 18));

        assertThat(told.recent().get(0)).isInstanceOf(Message.User.class);
        assertThat(told.earlier()).contains("The caller said: \"Yes.\" Then it was told: Your table is booked.");
    }

    @Test
    void long_turns_are_shortened_and_of_very_many_the_latest_are_told() {
        List<Message> call = new ArrayList<>();
        IntStream.rangeClosed(1, 60).forEach(turn -> call.addAll(List.of(new Message.User(turn + " and".repeat(30)), new Message.Assistant("Well."))));
        String earlier = Recollection.of(asked(call, 61)).earlier();

        assertThat(earlier.split(" ").length).isLessThan(145);
        assertThat(earlier).contains("\u2026").doesNotContain("\"1 and");
    }

    private static List<Message> exchanges(int count) {
        List<Message> call = new ArrayList<>();
        IntStream.rangeClosed(1, count).forEach(turn -> call.addAll(List.of(new Message.User("Question " + turn + "?"), new Message.Assistant("Answer."))));
        return call;
    }

    private static List<Message> asked(List<Message> call, int turn) {
        List<Message> asked = new ArrayList<>(call);
        asked.add(new Message.User("Question " + turn + "?"));
        return asked;
    }
}
