package switchboard.stt.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreparedSpeechTest {

    private static final int SECOND = 16_000;

    @Test
    void silence_is_nothing() {
        assertThat(PreparedSpeech.of(new float[2 * SECOND])).isEmpty();
        assertThat(PreparedSpeech.of(new float[0])).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(floats = {0.0001f, 0.01f, 0.3f})
    void steady_noise_is_nothing(float amplitude) {
        assertThat(PreparedSpeech.of(noise(5 * SECOND, amplitude))).isEmpty();
    }

    @Test
    void a_burst_of_noise_is_nothing() {
        float[] samples = new float[3 * SECOND];
        System.arraycopy(noise(SECOND, 0.1f), 0, samples, SECOND, SECOND);
        assertThat(PreparedSpeech.of(samples)).isEmpty();
    }

    @Test
    void a_click_is_nothing() {
        float[] samples = new float[2 * SECOND];
        System.arraycopy(noise(SECOND / 25, 0.3f), 0, samples, SECOND, SECOND / 25);
        assertThat(PreparedSpeech.of(samples)).isEmpty();
    }

    @Test
    void a_steady_rumble_is_nothing() {
        float[] rumble = noise(5 * SECOND, 0.02f);
        for (int i = 1; i < rumble.length; i++) {
            rumble[i] += 0.97f * rumble[i - 1];
        }
        assertThat(PreparedSpeech.of(rumble)).isEmpty();
    }

    @Test
    void silence_around_is_cut_to_a_fifth_before_and_three_tenths_after() {
        float[] samples = new float[10 * SECOND];
        tone(samples, 4 * SECOND, 6 * SECOND);
        float[] prepared = prepared(samples).samples();
        assertThat(prepared.length).isBetween(2 * SECOND + SECOND / 2, 2 * SECOND + SECOND / 2 + SECOND / 50);
        assertThat(firstSound(prepared)).isEqualTo(SECOND / 5);
    }

    @Test
    void speech_from_the_first_to_the_last_sample_gets_zeros_around() {
        float[] samples = noise(2 * SECOND, 0.001f);
        tone(samples, 0, SECOND / 2);
        tone(samples, SECOND, 2 * SECOND);
        float[] prepared = prepared(samples).samples();
        assertThat(prepared.length).isEqualTo(2 * SECOND + SECOND / 2);
        assertThat(prepared[SECOND / 5 - 1]).isZero();
        assertThat(prepared[2 * SECOND + SECOND / 5]).isZero();
    }

    @Test
    void a_short_word_is_padded_to_what_the_model_needs() {
        float[] samples = new float[SECOND];
        tone(samples, SECOND / 2, SECOND / 2 + SECOND / 5);
        assertThat(prepared(samples).samples().length).isEqualTo(17_600);
    }

    @Test
    void what_exceeds_full_scale_is_clipped() {
        float[] samples = new float[SECOND];
        tone(samples, SECOND / 4, SECOND / 2);
        samples[SECOND / 3] = 1e30f;
        samples[SECOND / 3 + 1] = -1e30f;
        assertThat(prepared(samples).samples()).contains(1f, -1f);
    }

    @Test
    void the_context_grows_with_the_audio_up_to_thirty_seconds() {
        assertThat(new PreparedSpeech(new float[2 * SECOND]).audioContext()).isEqualTo(228);
        assertThat(new PreparedSpeech(new float[2 * SECOND + 1]).audioContext()).isEqualTo(229);
        assertThat(new PreparedSpeech(new float[60 * SECOND]).audioContext()).isEqualTo(1_500);
    }

    private static PreparedSpeech prepared(float[] samples) {
        return PreparedSpeech.of(samples).orElseThrow();
    }

    private static int firstSound(float[] samples) {
        int i = 0;
        while (samples[i] == 0) {
            i++;
        }
        return i;
    }

    private static void tone(float[] samples, int from, int to) {
        for (int i = from; i < to; i++) {
            samples[i] = (float) Math.cos(i * 0.3) * (0.1f + 0.4f * (i - from) / (to - from));
        }
    }

    private static float[] noise(int length, float amplitude) {
        Random random = new Random(1);
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (float) random.nextGaussian() * amplitude;
        }
        return samples;
    }
}
