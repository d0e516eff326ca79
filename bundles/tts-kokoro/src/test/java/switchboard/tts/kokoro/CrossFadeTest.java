package switchboard.tts.kokoro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrossFadeTest {

    private static final Window FIRST = new Window(0, 1, 3, 5);
    private static final Window SECOND = new Window(1, 3, 5, 7);

    private final CrossFade crossFade = new CrossFade();

    @Test
    void pieces_follow_each_other_without_a_gap() {
        float[] first = crossFade.join(FIRST, samples(0, 5), false);
        float[] second = crossFade.join(SECOND, samples(1, 7), true);
        assertThat(first).hasSize(2 * 600 - 60);
        assertThat(Sounds.joined(List.of(first, second))).hasSize(4 * 600).satisfies(joined -> {
            for (int i = 0; i < joined.length; i++) {
                assertThat(joined[i]).isCloseTo(600 + i, within(0.01f));
            }
        });
    }

    @Test
    void one_fades_into_the_other() {
        crossFade.join(FIRST, new float[5 * 600], false);
        float[] ones = new float[6 * 600];
        Arrays.fill(ones, 1);
        float[] second = crossFade.join(SECOND, ones, true);
        assertThat(second[0]).isLessThan(0.01f);
        assertThat(second[59]).isLessThan(0.5f);
        assertThat(second[60]).isGreaterThan(0.5f);
        assertThat(second[120]).isEqualTo(1);
    }

    @Test
    void an_utterance_of_one_window_is_not_faded() {
        assertThat(crossFade.join(FIRST, samples(0, 5), true)).isEqualTo(Arrays.copyOfRange(samples(0, 5), 600, 1_800));
    }

    /** Each sample is its place in the utterance. */
    private static float[] samples(int fromFrame, int toFrame) {
        float[] samples = new float[(toFrame - fromFrame) * 600];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = fromFrame * 600 + i;
        }
        return samples;
    }
}
