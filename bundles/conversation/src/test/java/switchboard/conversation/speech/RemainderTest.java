package switchboard.conversation.speech;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.api.call.MediaListener;

class RemainderTest {

    private static final String TEXT = "We are open from noon to ten on Sunday.";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "0    | We are open from noon to ten on Sunday.",
            "150  | We are open from noon to ten on Sunday.",
            "1000 | open from noon to ten on Sunday.",
            "2000 | to ten on Sunday.",
            "9000 | Sunday."})
    void it_begins_with_the_word_that_may_have_been_cut(int heardMs, String rest) {
        assertThat(Remainder.of(TEXT, samples(heardMs), 1)).isEqualTo(rest);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"1 | to ten on Sunday.", "2 | Sunday.", "0.5 | open from noon to ten on Sunday."})
    void who_speaks_faster_has_said_more(double speed, String rest) {
        assertThat(Remainder.of(TEXT, samples(2000), speed)).isEqualTo(rest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"It is £12.50 please.", "It is “quite” fine —", "One", ""})
    void there_is_always_something_left_to_say_if_there_was(String text) {
        String rest = Remainder.of(text, samples(60_000), 1);

        assertThat(text).endsWith(rest);
        assertThat(rest.chars().anyMatch(Character::isLetterOrDigit)).isEqualTo(!text.isEmpty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Your number is 1234 thank you. | 1900 | 1234 thank you."})
    void figures_take_as_long_as_their_words(String text, int heardMs, String rest) {
        assertThat(Remainder.of(text, samples(heardMs), 1)).isEqualTo(rest);
    }

    private static long samples(int ms) {
        return ms * (MediaListener.PLAYED_HZ / 1000L);
    }
}
