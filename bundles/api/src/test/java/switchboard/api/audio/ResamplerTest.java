package switchboard.api.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplerTest {

    @ParameterizedTest
    @CsvSource({"48000,16000", "24000,48000", "22050,24000", "16000,24000"})
    void a_tone_keeps_its_level_and_its_place(int from, int to) {
        AudioClip out = Resampler.resample(tone(from, 1_000), to);

        float[] expected = tone(to, 1_000).samples();
        assertThat(out.samples()).hasSize(expected.length);
        for (int i = to / 10; i < to * 9 / 10; i++) {
            assertThat(out.samples()[i]).isCloseTo(expected[i], within(0.002f));
        }
    }

    @Test
    void what_the_lower_rate_cannot_hold_is_removed() {
        AudioClip out = Resampler.resample(tone(48_000, 12_000), 16_000);

        assertThat(peak(Arrays.copyOfRange(out.samples(), 1_000, 15_000))).isLessThan(0.001f);
    }

    @Test
    void pieces_give_the_same_stream_as_the_whole() {
        float[] input = tone(48_000, 440).samples();
        float[] whole = new Resampler(48_000, 16_000).accept(input);

        Resampler resampler = new Resampler(48_000, 16_000);
        float[] pieces = new float[whole.length];
        int length = 0;
        for (int at = 0; at < input.length; at += 480) {
            float[] piece = resampler.accept(Arrays.copyOfRange(input, at, at + 480));
            assertThat(piece).hasSize(160);
            System.arraycopy(piece, 0, pieces, length, piece.length);
            length += piece.length;
        }

        assertThat(length).isEqualTo(whole.length);
        assertThat(pieces).containsExactly(whole);
    }

    @Test
    void the_same_rate_changes_nothing() {
        float[] input = {0.1f, -0.2f, 0.3f};

        assertThat(new Resampler(16_000, 16_000).accept(input)).containsExactly(input);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, Resampler.HIGHEST_HZ + 1, Integer.MAX_VALUE})
    void a_rate_that_no_audio_has_is_refused(int rateHz) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Resampler(16_000, rateHz)).withMessageContaining("got " + rateHz);
        assertThatIllegalArgumentException().isThrownBy(() -> new Resampler(rateHz, 16_000)).withMessageContaining("got " + rateHz);
    }

    private static AudioClip tone(int sampleRateHz, int hertz) {
        AudioClip clip = AudioClip.silence(sampleRateHz, Duration.ofSeconds(1));
        for (int i = 0; i < clip.samples().length; i++) {
            clip.samples()[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * i / sampleRateHz));
        }
        return clip;
    }

    private static float peak(float[] samples) {
        float peak = 0;
        for (float sample : samples) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }
}
