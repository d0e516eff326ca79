package switchboard.llm.receptionist.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import switchboard.llm.receptionist.acts.Act;
import switchboard.llm.receptionist.acts.Aim;
import switchboard.llm.receptionist.acts.Clause;

class HeardTest {

    @Test
    void days_and_numbers_of_reasons_are_not_what_is_wanted() {
        assertThat(heard("reason 0.9: Thursday she has swimming", "slot 0.8: so maybe Wednesday").content(Optional.empty())).isEqualTo("so maybe Wednesday");
        assertThat(heard("trouble 0.9: my back hurts since Sunday", "free 0.8: could I come tomorrow").content(Optional.empty())).isEqualTo("could I come tomorrow");
    }

    @Test
    void what_may_be_a_reason_is_kept_unless_that_is_sure() {
        assertThat(heard("reason 0.6: Thursday is bridge", "slot 0.9: Friday").content(Optional.empty())).isEqualTo("Thursday is bridge, Friday");
    }

    @Test
    void the_day_of_an_occasion_counts_if_no_other_is_named() {
        assertThat(heard("reason 0.9: it's our anniversary on Saturday", "book 0.9: we'd love to come for dinner").content(Optional.empty()))
                .isEqualTo("it's our anniversary on Saturday, we'd love to come for dinner");
        assertThat(heard("reason 0.9: it's our anniversary on Saturday", "book 0.9: we'd love to come on Friday").content(Optional.empty())).isEqualTo("we'd love to come on Friday");
    }

    @Test
    void whoever_says_who_calls_is_heard_however_politely() {
        assertThat(heard("chat 0.9: Hello, Archer here").content(Optional.empty())).isEqualTo("Hello, Archer here");
        assertThat(heard("chat 0.9: hello", "reason 0.9: this is Ruby Tate", "reason 0.9: I'm ringing from work").content(Optional.empty())).contains("Ruby Tate").doesNotContain("work");
    }

    @Test
    void whoever_corrects_a_detail_gives_no_mere_reason() {
        assertThat(heard("chat 0.95: oh dear", "chat 0.95: I meant May twentieth").content(Optional.empty())).isEqualTo("I meant May twentieth");
        assertThat(heard("chat 0.95: silly me", "reason 0.9: make that October second").content(Optional.empty())).isEqualTo("make that October second");
    }

    @Test
    void a_turn_of_nothing_else_is_empty_only_if_that_is_certain() {
        assertThat(heard("reason 0.95: Mondays I mind my grandchildren", "reason 0.9: Thursday is bridge").content(Optional.empty())).isEmpty();
        assertThat(heard("reason 0.75: we close at four").content(Optional.empty())).isEqualTo("we close at four");
        assertThat(Heard.plain("anything").content(Optional.empty())).isEqualTo("anything");
    }

    @Test
    void what_answers_the_question_is_heard_whatever_it_seems_to_be() {
        Heard turn = heard("reason 0.96: we eat early at our age", "reason 0.9: it's six o'clock");
        assertThat(turn.content(Optional.of(Slot.TIME))).isEqualTo(turn.said());
        assertThat(turn.content(Optional.of(Slot.DAY))).isEmpty();
        assertThat(heard("reason 0.9: he naps till three", "slot 0.9: so four").content(Optional.of(Slot.TIME))).isEqualTo("so four");
    }

    @Test
    void a_number_is_kept_back_where_that_is_said() {
        assertThat(heard("slot 0.9: Dot Perkins", "withhold 0.9: I don't give out my number").withholdsNumber("", false)).isTrue();
        assertThat(heard("withhold 0.9: whichever suits you").withholdsNumber("", false)).isFalse();
        assertThat(heard("withhold 0.6: my niece has it").withholdsNumber("my niece has it", true)).isTrue();
    }

    @Test
    void what_is_formed_as_a_question_may_ask() {
        assertThat(heard("chat 0.9: my usual place has shut").mayAsk()).isFalse();
        assertThat(heard("chat 0.9: my usual place has shut").aim()).isEqualTo(Aim.CHATS);
        assertThat(heard("trouble 0.9: my wall is mouldy").aim()).isEqualTo(Aim.TELLS);
        assertThat(heard("chat 0.9: do you sell wine").aim()).isEqualTo(Aim.ASKS);
        assertThat(heard("chat 0.9: do you sell wine").mayAsk()).isTrue();
        assertThat(heard("chat 0.6 ask 0.35: gift vouchers").mayAsk()).isTrue();
        assertThat(Heard.plain("my usual place has shut").mayAsk()).as("nothing is known of it").isTrue();
    }

    @Test
    void a_wish_is_believed_from_three_fifths() {
        assertThat(heard("chat 0.9: hello", "move 0.7: so there'll be six of us").wish()).contains(Intent.MOVE);
        assertThat(heard("book 0.5 move 0.4: so there'll be six of us").wish()).isEmpty();
    }

    /** @param clauses each its acts with their probabilities, and its words */
    private static Heard heard(String... clauses) {
        List<Clause> all = Arrays.stream(clauses).map(HeardTest::clause).toList();
        return new Heard(String.join(", ", all.stream().map(Clause::text).toList()), said -> all);
    }

    private static Clause clause(String told) {
        String[] parts = told.split(": ", 2);
        String[] acts = parts[0].split(" ");
        Map<Act, Double> likely = new EnumMap<>(Act.class);
        for (int i = 0; i < acts.length; i += 2) {
            likely.put(Act.valueOf(acts[i].toUpperCase(Locale.ROOT)), Double.valueOf(acts[i + 1]));
        }
        return new Clause(parts[1], likely);
    }
}
