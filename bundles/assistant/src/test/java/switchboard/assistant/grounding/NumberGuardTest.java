package switchboard.assistant.grounding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import switchboard.api.knowledge.Passage;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.GenerationEvent.Ended;
import switchboard.api.llm.GenerationEvent.Text;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.llm.Message;

class NumberGuardTest {

    private static final String UNKNOWN = "That I do not know.";
    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 11, 25, 10, 0, 0, 0, ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource(delimiterString = "|", textBlock = """
            The menu costs 24 euros.             | It costs twenty-four euros.
            We open at 19:30.                    | We open at half past seven.
            We open at 19:45.                    | At a quarter to eight.
            We open at 7 pm.                     | We open at 19:00.
            The deposit is ten euros.            | The deposit is 10 euros.
            Call +34 91 555 0123.                | Call nine one, five five five, zero one two three.
            The room seats 1,500.                | It seats fifteen hundred people.
            It costs 250 euros.                  | Two hundred and fifty euros.
            Parking is free.                     | One moment, first of all: parking is free.
            We are open until midnight.          | We close at 12 pm.
            """)
    void what_was_told_may_be_said_in_other_words(String fact, String answer) {
        assertThat(said(fact, answer)).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "|", textBlock = """
            The deposit is 10 euros.             | The deposit is twelve euros.
            The menu costs 24 euros.             | It costs 27 euros.
            We open at 19:30.                    | We open at nine.
            The deposit is 10 euros.             | It costs one hundred euros.
            Parking is free.                     | Call 555 0199.
            """)
    void what_nobody_told_is_not_said(String fact, String answer) {
        assertThat(said(fact, answer)).isEqualTo(UNKNOWN);
    }

    @Test
    void the_caller_s_own_numbers_and_the_date_may_be_said() {
        assertThat(said("", "A table for four on the twenty-fifth.")).isEqualTo("A table for four on the twenty-fifth.");
    }

    @Test
    void only_the_sentence_is_replaced_and_only_once() {
        assertThat(said("It costs 24 euros.", "It costs 24 euros.", " The dep", "osit is 7", "0 euros. It was 80 ", "once. See you then."))
                .isEqualTo("It costs 24 euros. " + UNKNOWN + " See you then.");
    }

    @Test
    void a_clause_without_such_a_number_does_not_wait_for_the_rest_of_its_sentence() {
        List<GenerationEvent> heard = new ArrayList<>();
        NumberGuard guard = new NumberGuard(request(""), UNKNOWN, heard::add);
        guard.accept(new Text("Yes, of course, it is "));
        assertThat(heard).containsExactly(new Text("Yes, "), new Text("of course, "));
    }

    @Test
    void what_follows_such_a_number_in_its_sentence_is_left_out() {
        assertThat(said("", "Well, it is 70 euros, or 80 with wine, I think. See you.")).isEqualTo("Well, " + UNKNOWN + " See you.");
    }

    @Test
    void other_events_pass_after_the_words_before_them() {
        List<GenerationEvent> heard = new ArrayList<>();
        NumberGuard guard = new NumberGuard(request(""), UNKNOWN, heard::add);
        guard.accept(new Text("Yes"));
        guard.accept(new Ended());
        assertThat(heard).containsExactly(new Text("Yes"), new Ended());
    }

    private static String said(String fact, String... pieces) {
        List<GenerationEvent> heard = new ArrayList<>();
        NumberGuard guard = new NumberGuard(request(fact), UNKNOWN, heard::add);
        for (String piece : pieces) {
            guard.accept(new Text(piece));
        }
        guard.accept(new Ended());
        return heard.stream().filter(Text.class::isInstance).map(event -> ((Text) event).text()).collect(Collectors.joining()).strip();
    }

    private static ChatRequest request(String fact) {
        return new ChatRequest("You are the receptionist.", List.of(new Message.User("A table for four, please.")),
                List.of(new Passage(fact, "facts.md", 0.7)), List.of(), NOW, LanguageModelSettings.EMBEDDED);
    }
}
