package switchboard.phonemes.english;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import switchboard.testkit.TestModels;

@Tag("models")
class EnglishPhonemizerTest {

    private static EnglishPhonemizer phonemizer;

    @BeforeAll
    static void open() throws IOException {
        phonemizer = EnglishPhonemizer.open(new TestModels());
    }

    @ParameterizedTest
    @CsvSource({"Tomatitos,təmətˈiTOz", "TOMATITOS,təmətˈiTOz", "Ramirez's,ɹəmˈɪɹɛzᵻz", "café,kæfˈA", "iPhones,ˈIfˌOnz", "well-known,wˈɛl nˈOn",
        "re-open,ɹiˈOpᵊn", "jamón,həmˈOn", "check-in,ʧˈɛkˌɪn", "mp3,ˌɛmpˈi θɹˈi", "WELCOME,wˈɛlkəm"})
    void names_compounds_and_mixed_words_are_said(String word, String phonemes) {
        assertThat(phonemizer.phonemes(word)).isEqualTo(phonemes);
    }

    @Test
    void what_somebody_did_regularly_is_told_from_what_was_used() {
        assertThat(phonemizer.phonemes("I used to")).isEqualTo("ˌI jˈust tu");
        assertThat(phonemizer.phonemes("I used two")).isEqualTo("ˌI jˈuzd tˈu");
    }

    @Test
    void what_cannot_be_said_is_left_out() {
        assertThat(phonemizer.phonemes("Hello 🙂 你好 there")).isEqualTo("həlˈO ðˈɛɹ");
        assertThat(phonemizer.phonemes("")).isEmpty();
        assertThat(phonemizer.phonemes("🙂")).isEmpty();
    }

    @Test
    @Timeout(20)
    void a_very_long_text_without_spaces_is_said_in_reasonable_time() {
        for (String part : new String[] {"a", "a.", "a-", "1", "1.", "1-", "a@", "'", "A"}) {
            assertThat(phonemizer.phonemes(part.repeat(5_000))).isNotNull();
        }
    }

    @Test
    void a_damaged_lexicon_is_refused(@TempDir Path folder) throws IOException {
        Path cut = Files.write(folder.resolve("cut"), new byte[] {0x53, 0x57, 0x4C, 0x01, 0, 0, 0, 9});
        Path other = Files.write(folder.resolve("other"), "not a lexicon".getBytes(UTF_8));
        assertThatThrownBy(() -> Lexicon.open(cut)).isInstanceOf(IOException.class).hasMessageContaining("cut short");
        assertThatThrownBy(() -> Lexicon.open(other)).isInstanceOf(IOException.class).hasMessageContaining("not a compiled lexicon");
    }
}
