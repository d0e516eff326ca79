package switchboard.tts.kokoro;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VocabularyTest {

    @Test
    void every_symbol_has_the_token_it_was_trained_with() {
        assertThat(Vocabulary.tokens(";:,.!?\u2014\u2026\"() \u0303ꭧAIOQSTWYᵊabcfhzɑɡɪʧˈˌːᵻ")).containsExactly(
                1, 2, 3, 4, 5, 6, 9, 10, 11, 12, 13, 16, 17, 23, 24, 25, 31, 33, 35, 36, 39, 41, 42, 43, 44, 45, 48, 50, 68,
                69, 92, 102, 133, 156, 157, 158, 177);
    }

    @Test
    void symbols_it_does_not_know_have_none() {
        assertThat(Vocabulary.tokens("a#g\uD83D\uDE00b")).containsExactly(43, 44);
    }

    @Test
    void punctuation_alone_makes_no_sound() {
        assertThat(Vocabulary.sounds(Vocabulary.tokens("?! \u201C"))).isFalse();
        assertThat(Vocabulary.sounds(Vocabulary.tokens("a."))).isTrue();
    }
}
