package switchboard.phonemes.english;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterToSoundTest {

    private final LetterToSound letterToSound;

    LetterToSoundTest() throws IOException {
        letterToSound = LetterToSound.open();
    }

    @ParameterizedTest
    @CsvSource({"students,stˈudənts", "blick,blˈɪk", "vossavo,vəsˈævO", "bamination,bˌæmənˈAʃən", "snorping,snˈɔɹpɪŋ"})
    void words_are_read_with_stress_and_weak_vowels(String word, String phonemes) {
        assertThat(letterToSound.phonemes(word).map(p -> p.replace('ɾ', 'T'))).contains(phonemes);
    }

    @Test
    void letters_with_marks_are_read_like_letters_without() {
        assertThat(letterToSound.phonemes("Blöck")).isEqualTo(letterToSound.phonemes("block"));
    }

    @Test
    void another_script_cannot_be_read() {
        assertThat(letterToSound.phonemes("привет")).isEmpty();
    }
}
