package switchboard.tts.kokoro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoicesTest {

    private static final int ROWS = 510;

    @TempDir
    private Path folder;

    @Test
    void the_style_depends_on_the_length_of_what_is_said() throws Exception {
        Voices voices = new Voices(Map.of("numbered", numbered()));
        assertThat(voices.style("numbered", 0)).hasSize(256).startsWith(0, 1, 2);
        assertThat(voices.style("numbered", 7)).startsWith(7 * 256, 7 * 256 + 1);
        assertThat(voices.style("numbered", 509)).endsWith(ROWS * 256 - 1);
    }

    @Test
    void whatever_is_longer_has_the_style_of_the_longest() throws Exception {
        Voices voices = new Voices(Map.of("numbered", numbered()));
        assertThat(voices.style("numbered", 510)).isEqualTo(voices.style("numbered", 509));
    }

    @Test
    void a_file_of_another_size_is_refused() throws Exception {
        Path file = Files.write(folder.resolve("short.bin"), new byte[1_024]);
        assertThatIOException().isThrownBy(() -> new Voices(Map.of("short", file)))
                .withMessage("voice short: expected 522240 bytes, got 1024");
    }

    @Test
    void an_unknown_voice_is_refused() throws Exception {
        Voices voices = new Voices(Map.of("numbered", numbered()));
        assertThatIllegalArgumentException().isThrownBy(() -> voices.style("nobody", 1))
                .withMessage("expected one of [numbered], got nobody");
    }

    /** Each number is its own place in the file. */
    private Path numbered() throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(ROWS * 256 * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < ROWS * 256; i++) {
            bytes.putFloat(i);
        }
        return Files.write(folder.resolve("numbered.bin"), bytes.array());
    }
}
