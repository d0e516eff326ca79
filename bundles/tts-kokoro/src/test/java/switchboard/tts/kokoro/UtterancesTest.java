package switchboard.tts.kokoro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class UtterancesTest {

    private static final int A = 43;
    private static final int SPACE = 16;
    private static final int COMMA = 3;
    private static final int FULL_STOP = 4;

    @Test
    void five_hundred_tokens_stay_whole() {
        assertThat(lengths(vowels(500))).containsExactly(500);
        assertThat(lengths(vowels(0))).containsExactly(0);
    }

    @Test
    void a_word_without_end_is_cut_all_the_same() {
        assertThat(lengths(vowels(1_001))).containsExactly(500, 500, 1);
    }

    @Test
    void the_end_of_a_sentence_is_better_than_a_comma_and_a_comma_better_than_a_space() {
        int[] tokens = vowels(600);
        tokens[480] = SPACE;
        assertThat(lengths(tokens)).containsExactly(481, 119);
        tokens[400] = COMMA;
        assertThat(lengths(tokens)).containsExactly(401, 199);
        tokens[300] = FULL_STOP;
        assertThat(lengths(tokens)).containsExactly(301, 299);
    }

    @Test
    void a_sentence_that_ends_early_is_no_place_to_cut() {
        int[] tokens = vowels(600);
        tokens[10] = FULL_STOP;
        tokens[480] = SPACE;
        assertThat(lengths(tokens)).containsExactly(481, 119);
    }

    private static int[] vowels(int length) {
        int[] tokens = new int[length];
        Arrays.fill(tokens, A);
        return tokens;
    }

    private static List<Integer> lengths(int[] tokens) {
        return Utterances.of(tokens).stream().map(utterance -> utterance.length).toList();
    }
}
