package switchboard.phonemes.english;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import switchboard.testkit.TestModels;

@Tag("models")
class AnyTextTest {

    private static final String ALPHABET = " ;:,.!?—…\"“”()AIOQWYTabdefhijklmnpstuvwzæðŋɐɑɔəɛɜɡɪɹʃʊʌʒʤʧθᵊᵻˈˌ";
    private static final EnglishPhonemizer PHONEMIZER = open();

    @Property
    void any_unicode_text_gives_phonemes_of_the_alphabet(@ForAll String text) {
        assertInAlphabet(PHONEMIZER.phonemes(text));
    }

    @Property(tries = 5_000)
    void any_mix_of_digits_letters_and_signs_gives_phonemes_of_the_alphabet(@ForAll("messy") String text) {
        assertInAlphabet(PHONEMIZER.phonemes(text));
    }

    @Property(tries = 200)
    void any_digit_is_heard(@ForAll("digits") String digits) {
        assertThat(PHONEMIZER.phonemes(digits)).isNotEmpty();
    }

    @Provide
    Arbitrary<String> messy() {
        return Arbitraries.of("a", "A", "the", "to", "am", "I", "pm", "a.m.", "Mon", "May", "Dec.", "st", "s", "ed", "ing", "'", "'s", "é", "ñ", "ß",
                "0", "1", "5", "12", "99", "2024", ",", ".", ":", "/", "-", "–", "—", "(", ")", "$", "€", "£", "%", "&", "@", "#", "+", "°",
                "½", "°C", "k", "M", "www.", "http://", ".com", "_", "=", "*", " ", " ", "\n", "😀", "\uD800", "e.g.", "Ltd", "xyz", "qqq")
                .list().ofMaxSize(12).map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> digits() {
        return Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(40);
    }

    private static void assertInAlphabet(String phonemes) {
        assertThat(phonemes.chars().filter(c -> ALPHABET.indexOf(c) < 0).mapToObj(Character::toString)).as(phonemes).isEmpty();
    }

    private static EnglishPhonemizer open() {
        try {
            return EnglishPhonemizer.open(new TestModels());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
