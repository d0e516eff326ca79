package switchboard.conversation.foresight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import switchboard.api.audio.AudioClip;

class FadingTest {

    private static final int HZ = 16_000;

    @Test
    void a_voice_fades_that_ends_softer_than_it_was() {
        assertThat(Fading.isHeardIn(speech(0.3f, 0.01f))).isTrue();
        assertThat(Fading.isHeardIn(speech(0.01f, 0.3f, 0.1f))).as("10 dB softer than at its loudest").isTrue();
    }

    @Test
    void a_voice_that_goes_on_as_it_was_or_louder_does_not() {
        assertThat(Fading.isHeardIn(speech(0.3f, 0.3f))).isFalse();
        assertThat(Fading.isHeardIn(speech(0.01f, 0.3f))).isFalse();
        assertThat(Fading.isHeardIn(speech(0.3f, 0.2f))).as("3.5 dB").isFalse();
    }

    @Test
    void of_silence_and_of_a_click_nothing_is_known() {
        assertThat(Fading.isHeardIn(new AudioClip(HZ, new float[HZ]))).isFalse();
        assertThat(Fading.isHeardIn(new AudioClip(HZ, new float[0]))).isFalse();
        assertThat(Fading.isHeardIn(new AudioClip(HZ, new float[] {1}))).isFalse();
    }

    /** Each amplitude for a fifth of a second. */
    private static AudioClip speech(float... amplitudes) {
        List<AudioClip> parts = new ArrayList<>();
        for (float amplitude : amplitudes) {
            float[] samples = new float[AudioClip.samplesIn(Duration.ofMillis(200), HZ)];
            Arrays.fill(samples, amplitude);
            parts.add(new AudioClip(HZ, samples));
        }
        return AudioClip.joined(HZ, parts);
    }
}
