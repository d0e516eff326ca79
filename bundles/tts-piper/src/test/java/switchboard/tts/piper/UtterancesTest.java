package switchboard.tts.piper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UtterancesTest {

    private static final String WORDS = "wˈɜːd ".repeat(9).strip();

    @Test
    void a_short_sentence_stays_whole() {
        assertThat(Utterances.of("jˈɛs, ɐv kˈɔːɹs.")).containsExactly("jˈɛs, ɐv kˈɔːɹs.");
    }

    @Test
    void every_sentence_is_said_by_itself() {
        assertThat(Utterances.of("jˈɛs. nˈoʊ! wˈaɪ?")).containsExactly("jˈɛs.", "nˈoʊ!", "wˈaɪ?");
    }

    @Test
    void a_long_sentence_is_cut_at_its_punctuation_and_nowhere_else() {
        assertThat(Utterances.of(WORDS + ", " + WORDS + "; " + WORDS + ".")).containsExactly(WORDS + ",", WORDS + ";", WORDS + ".");
        assertThat(Utterances.of(WORDS + " " + WORDS)).containsExactly(WORDS + " " + WORDS);
    }

    @Test
    void short_clauses_stay_together() {
        assertThat(Utterances.of("jˈɛs, nˈoʊ, " + WORDS + ".")).containsExactly("jˈɛs, nˈoʊ,", WORDS + ".");
    }

    @Test
    void what_has_no_punctuation_is_cut_between_words_and_a_word_without_end_within() {
        String endless = "wˈɜːd ".repeat(200).strip();
        assertThat(Utterances.of(endless)).hasSizeGreaterThan(2).allMatch(utterance -> utterance.length() <= Utterances.LONGEST);
        assertThat(String.join(" ", Utterances.of(endless))).isEqualTo(endless);
        assertThat(Utterances.of("ə".repeat(1000))).extracting(String::length).containsExactly(400, 400, 200);
    }

    @Test
    void punctuation_alone_is_nothing_to_say() {
        assertThat(Utterances.of("")).isEmpty();
        assertThat(Utterances.of(" ... ?! , ")).isEmpty();
    }
}
