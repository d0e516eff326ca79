package switchboard.tts.piper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class SoundTest {

    private static final int HZ = 1_000;

    @Test
    void thirty_milliseconds_of_silence_stay_on_both_sides() {
        float[] samples = new float[300];
        samples[100] = 0.5f;
        samples[200] = -0.5f;
        float[] finished = Sound.finished(samples, 1, HZ);
        assertThat(finished).hasSize(161);
        assertThat(finished[30]).isEqualTo(0.5f);
        assertThat(finished[130]).isEqualTo(-0.5f);
    }

    @Test
    void what_is_loud_from_end_to_end_stays_as_long_as_it_is() {
        assertThat(Sound.finished(new float[] {0.2f, 0.1f}, 2, HZ)).containsExactly(0.4f, 0.2f);
    }

    @Test
    void nothing_is_louder_than_full_scale() {
        assertThat(Sound.finished(new float[] {0.8f, -0.8f}, 2, HZ)).containsExactly(1f, -1f);
    }

    @Test
    void silence_is_nothing() {
        assertThat(Sound.finished(new float[1000], 1, HZ)).isEmpty();
    }

    @Test
    void a_sample_that_is_no_number_is_told() {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> Sound.finished(new float[] {0, Float.NaN}, 1, HZ));
    }
}
