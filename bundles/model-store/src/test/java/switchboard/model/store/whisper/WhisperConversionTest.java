package switchboard.model.store.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhisperConversionTest {

    @TempDir
    Path folder;

    @Test
    void the_result_equals_the_references_byte_for_byte() throws IOException, GeneralSecurityException {
        SyntheticWhisper.write(folder);

        byte[] ggml = convert();

        assertThat(ggml).hasSize((int) SyntheticWhisper.GGML_BYTES);
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(ggml))).isEqualTo(SyntheticWhisper.GGML_SHA256);
    }

    @Test
    void a_bias_of_the_keys_is_refused_rather_than_lost() throws IOException {
        SyntheticWhisper.write(folder, true);

        assertThatThrownBy(this::convert).isInstanceOf(IOException.class).hasMessageContaining("has a bias for its key");
    }

    @Test
    void a_cut_model_is_refused() throws IOException {
        SyntheticWhisper.write(folder);
        byte[] whole = Files.readAllBytes(folder.resolve("model.bin"));

        for (int length : new int[] {0, 3, 10, 40, 1_000, whole.length / 2}) {
            Files.write(folder.resolve("model.bin"), Arrays.copyOf(whole, length));
            assertThatThrownBy(this::convert).isInstanceOf(IOException.class).hasMessageContaining("model.bin is no whole CTranslate2 model");
        }
    }

    @Test
    void a_file_of_another_kind_is_refused() throws IOException {
        SyntheticWhisper.write(folder);
        Files.writeString(folder.resolve("model.bin"), "<html>not found</html>");

        assertThatThrownBy(this::convert).isInstanceOf(IOException.class).hasMessageContaining("expected a WhisperSpec");
    }

    @Test
    void a_vocabulary_of_another_model_is_refused() throws IOException {
        SyntheticWhisper.write(folder);
        Files.writeString(folder.resolve("vocabulary.txt"), "a\nb\n<|endoftext|>\n");

        assertThatThrownBy(this::convert).isInstanceOf(IOException.class).hasMessageContaining("vocabulary.txt has <|endoftext|> at 2");
    }

    private byte[] convert() throws IOException {
        Path target = folder.resolve("ggml.bin");
        WhisperConversion.convert(folder.resolve("model.bin"), folder.resolve("vocabulary.txt"), target);
        return Files.readAllBytes(target);
    }
}
