package switchboard.stt.moonshine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyTest {

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void tokens_join_to_text_and_special_ones_have_none() throws Exception {
        special();
        token("\u2581see".getBytes(StandardCharsets.UTF_8));
        token("ing".getBytes(StandardCharsets.UTF_8));
        assertThat(read().text(new int[] {1, 3, 4, 3, 2})).isEqualTo("seeing see");
    }

    @Test
    void a_character_may_be_spread_over_tokens() throws Exception {
        special();
        token(new byte[] {(byte) 0xC3});
        token(new byte[] {(byte) 0xA9});
        assertThat(read().text(new int[] {3, 4})).isEqualTo("\u00e9");
    }

    @Test
    void a_length_of_128_and_more_takes_two_bytes() throws Exception {
        special();
        String longest = "x".repeat(300);
        file.write(128 + 300 % 128);
        file.write(300 / 128);
        file.writeBytes(longest.getBytes(StandardCharsets.UTF_8));
        token("y".getBytes(StandardCharsets.UTF_8));
        assertThat(read().text(new int[] {3, 4})).isEqualTo(longest + "y");
    }

    @Test
    void marks_at_the_end_are_left_out_and_those_within_are_not() throws Exception {
        special();
        for (String text : new String[] {"\u2581yes", ",", "\u2581no", ".", "\u2581?"}) {
            token(text.getBytes(StandardCharsets.UTF_8));
        }
        assertThat(read().withoutLastMarks(new int[] {3, 4, 5, 6, 7})).containsExactly(3, 4, 5);
        assertThat(read().withoutLastMarks(new int[] {4, 6})).isEmpty();
    }

    @Test
    void a_file_that_ends_within_a_token_is_refused() {
        file.writeBytes(new byte[] {5, 'a', 'b'});
        assertThatIOException().isThrownBy(this::read).withMessage("the vocabulary ends within token 0");
    }

    private void special() {
        for (int i = 0; i < 3; i++) {
            token("<special>".getBytes(StandardCharsets.UTF_8));
        }
    }

    private void token(byte[] bytes) {
        file.write(bytes.length);
        file.writeBytes(bytes);
    }

    private Vocabulary read() throws IOException {
        return Vocabulary.read(Files.write(folder.resolve("tokenizer.bin"), file.toByteArray()));
    }
}
