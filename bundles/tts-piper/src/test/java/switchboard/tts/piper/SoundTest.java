package switchboard.tts.piper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundTest {

    private static final int HZ = 1_000;

    @ParameterizedTest
    @ValueSource(ints = {300, 150, 101, 60, 7, 1})
    void thirty_milliseconds_of_silence_stay_on_both_sides_however_it_is_cut_into_pieces(int piece) {
        float[] samples = new float[300];
        samples[100] = 0.5f;
        samples[200] = -0.5f;
        float[] finished = finished(samples, 1, piece);
        assertThat(finished).hasSize(161);
        assertThat(finished[30]).isEqualTo(0.5f);
        assertThat(finished[130]).isEqualTo(-0.5f);
    }

    @Test
    void what_is_heard_ends_with_a_sound_as_long_as_more_may_follow() {
        Sound sound = new Sound(1, HZ);
        assertThat(sound.next(new float[] {0, 0, 0.2f, 0})).containsExactly(0, 0, 0.2f);
        assertThat(sound.next(new float[] {0, 0})).isEmpty();
        assertThat(sound.next(new float[] {0, 0.3f})).containsExactly(0, 0, 0, 0, 0.3f);
        assertThat(sound.end()).isEmpty();
    }

    @Test
    void what_is_loud_from_end_to_end_stays_as_long_as_it_is() {
        assertThat(finished(new float[] {0.2f, 0.1f}, 2, 2)).containsExactly(0.4f, 0.2f);
    }

    @Test
    void nothing_is_louder_than_full_scale() {
        assertThat(finished(new float[] {0.8f, -0.8f}, 2, 2)).containsExactly(1f, -1f);
    }

    @Test
    void silence_is_nothing() {
        assertThat(finished(new float[1000], 1, 100)).isEmpty();
    }

    @Test
    void a_sample_that_is_no_number_is_told() {
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> new Sound(1, HZ).next(new float[] {0, Float.NaN}));
    }

    private static float[] finished(float[] samples, float gain, int piece) {
        Sound sound = new Sound(gain, HZ);
        float[] all = {};
        for (int from = 0; from < samples.length; from += piece) {
            all = Sound.joined(all, sound.next(Arrays.copyOfRange(samples, from, Math.min(samples.length, from + piece))));
        }
        return Sound.joined(all, sound.end());
    }
}
