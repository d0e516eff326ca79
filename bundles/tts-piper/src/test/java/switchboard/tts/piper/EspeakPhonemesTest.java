package switchboard.tts.piper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.BundleContext;
import switchboard.api.tts.Phonemizer;
import switchboard.phonemes.english.EnglishPhonemesModel;
import switchboard.testkit.LoadNow;
import switchboard.testkit.TestModels;

class EspeakPhonemesTest {

    private static final BundleContext NOWHERE = null;

    @ParameterizedTest
    @CsvSource({
        "dˈA, dˈeɪ", "nˈIn, nˈaɪn", "ˈOpᵊn, ˈoʊpən", "hˌW, hˌaʊ", "bˈY, bˈɔɪ", "ʤˈʌmps, dʒˈʌmps", "ʧˈɛs, tʃˈɛs",
        "bˈɛTəɹ, bˈɛɾɚ", "wˈɜɹld, wˈɜːld", "hˈɜɹi, hˈɜːɹi", "kˈɑɹ, kˈɑːɹ", "fˈɔɹ, fˈoːɹ", "mˈɔɹnɪŋ, mˈɔːɹnɪŋ",
        "fɹˈi, fɹˈiː", "hˈæpi, hˈæpi", "ju, juː", "bi, biː", "əbˈWt, ɐbˈaʊt", "bəfˈɔɹ, bᵻfˈoːɹ", "fɹˈIdˌA, fɹˈaɪdeɪ",
        "ɹˈOzᵻz, ɹˈoʊzᵻz"
    })
    void a_sign_becomes_what_espeak_writes(String misaki, String espeak) {
        assertThat(EspeakPhonemes.of(misaki)).isEqualTo(espeak);
    }

    @Test
    void punctuation_stays_where_it_is() {
        assertThat(EspeakPhonemes.of("(jˈɛs), ðˈæt!— ði ˈɛɡ…")).isEqualTo("(jˈɛs), ðæt!, ðɪ ˈɛɡ.");
    }

    @Test
    @Tag("models")
    void ninety_five_signs_in_a_hundred_are_those_of_espeak() {
        assertThat(errorRate("espeak.tsv")).isLessThan(0.05);
    }

    /** Sentences that nobody looked at when the rules were written. */
    @Test
    @Tag("models")
    void nearly_as_many_are_in_other_sentences() {
        assertThat(errorRate("espeak-unseen.tsv")).isLessThan(0.08);
    }

    private static double errorRate(String name) {
        Phonemizer phonemizer = LoadNow.model(Phonemizer.class, loader -> new EnglishPhonemesModel(NOWHERE, loader, new TestModels()));
        int wrong = 0;
        int all = 0;
        for (ReferenceSentences.Sentence sentence : ReferenceSentences.read(name)) {
            List<Integer> expected = signs(sentence.ipa());
            wrong += EditDistance.between(expected, signs(EspeakPhonemes.of(phonemizer.phonemes(sentence.text()))));
            all += expected.size();
        }
        System.out.printf(Locale.ROOT, "%s: %d of %d signs differ, %.1f %%%n", name, wrong, all, 100.0 * wrong / all);
        return (double) wrong / all;
    }

    /** Without punctuation and the borders of words, of which eSpeak NG writes some as one. */
    private static List<Integer> signs(String ipa) {
        return ipa.codePoints().filter(Character::isLetter).boxed().toList();
    }
}
