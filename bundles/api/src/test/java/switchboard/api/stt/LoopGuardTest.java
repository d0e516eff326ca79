package switchboard.api.stt;

import static org.assertj.core.api.Assertions.assertThat;
import static switchboard.api.stt.LoopGuard.withoutLoop;

import org.junit.jupiter.api.Test;

class LoopGuardTest {

    @Test
    void a_word_repeated_to_the_end_is_cut_after_the_first() {
        assertThat(withoutLoop("I would like you you you you you")).isEqualTo("I would like you");
    }

    @Test
    void words_repeated_to_the_end_are_cut_after_the_first() {
        assertThat(withoutLoop("Thank you very much. Thank you very much. Thank you very much. Thank you very much."))
                .isEqualTo("Thank you very much.");
    }

    @Test
    void the_cap_may_cut_the_last_repetition_short() {
        assertThat(withoutLoop("We go to the to the to the to the to")).isEqualTo("We go to the");
    }

    @Test
    void capitals_and_punctuation_make_no_difference() {
        assertThat(withoutLoop("Yes, yes, yes, yes.")).isEqualTo("Yes,");
    }

    @Test
    void three_times_is_spoken() {
        assertThat(withoutLoop("No, no, no.")).isEqualTo("No, no, no.");
    }

    @Test
    void repetition_that_other_words_follow_is_spoken() {
        assertThat(withoutLoop("No, no, no, no, I meant Friday.")).isEqualTo("No, no, no, no, I meant Friday.");
    }

    @Test
    void numbers_are_not_touched() {
        assertThat(withoutLoop("My number is 555-5555.")).isEqualTo("My number is 555-5555.");
    }

    @Test
    void nothing_stays_nothing() {
        assertThat(withoutLoop("")).isEmpty();
    }
}
