package switchboard.api.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class WavTest {

    @Test
    void what_was_written_is_read_again() throws IOException {
        AudioClip read = read(written(new AudioClip(24_000, new float[] {0, 0.5f, -0.25f, 1, -1})));

        assertThat(read.sampleRateHz()).isEqualTo(24_000);
        assertThat(read.samples()).containsExactly(new float[] {0, 0.5f, -0.25f, 1, -1}, within(1e-4f));
    }

    @Test
    void what_exceeds_full_scale_is_clipped() throws IOException {
        assertThat(read(written(new AudioClip(8_000, new float[] {7, -7, Float.NaN}))).samples())
                .containsExactly(new float[] {1, -1, 0}, within(1e-4f));
    }

    @Test
    void another_file_is_refused() {
        assertThatThrownBy(() -> read("this is no audio at all".getBytes())).isInstanceOf(IOException.class).hasMessage("not a WAV file");
    }

    @Test
    void a_file_cut_in_its_header_is_refused() throws IOException {
        byte[] whole = written(new AudioClip(8_000, new float[100]));

        assertThatThrownBy(() -> read(Arrays.copyOf(whole, 30))).isInstanceOf(IOException.class);
    }

    private static byte[] written(AudioClip clip) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Wav.write(clip, out);
        return out.toByteArray();
    }

    private static AudioClip read(byte[] file) throws IOException {
        return Wav.read(new ByteArrayInputStream(file));
    }
}
