package switchboard.conversation.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeadTest {

    private static final int MS = 24;

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 240, 1_000, 100_000})
    void fifteen_milliseconds_before_the_first_sound_are_kept_however_the_samples_come(int piece) {
        float[] heard = through(new Lead(), clip(80 * MS, 200 * MS), piece);

        // It looks at blocks of two and a half milliseconds.
        assertThat(heard.length).isBetween(212 * MS, 218 * MS);
        assertThat(heard[heard.length - 200 * MS]).isEqualTo(0.1f);
        assertThat(heard[heard.length - 200 * MS - 1]).isZero();
    }

    @Test
    void a_voice_that_begins_at_once_is_not_touched() {
        float[] clip = clip(0, 100 * MS);
        assertThat(Arrays.equals(through(new Lead(), clip, 240), clip)).isTrue();
    }

    @Test
    void pauses_within_are_kept() {
        float[] clip = clip(50 * MS, 300 * MS);
        Arrays.fill(clip, 100 * MS, 200 * MS, 0);
        assertThat(through(new Lead(), clip, 240).length).isBetween(312 * MS, 318 * MS);
    }

    @Test
    void what_is_left_out_is_bounded() {
        float[] silence = new float[2_000 * MS];
        assertThat(through(new Lead(), silence, 240).length).isBetween(1_600 * MS, 1_620 * MS);
    }

    @Test
    void it_knows_whether_there_was_a_sound_however_late() {
        Lead lead = new Lead();
        through(lead, new float[2_000 * MS], 240);
        assertThat(lead.hasSounded()).isFalse();
        through(lead, clip(2_000 * MS, 1), 7);
        assertThat(lead.hasSounded()).isTrue();
    }

    /** Silence, then sound. */
    private static float[] clip(int silent, int loud) {
        float[] clip = new float[silent + loud];
        Arrays.fill(clip, silent, clip.length, 0.1f);
        return clip;
    }

    private static float[] through(Lead lead, float[] clip, int piece) {
        List<Float> heard = new ArrayList<>();
        for (int from = 0; from < clip.length; from += piece) {
            for (float sample : lead.accept(Arrays.copyOfRange(clip, from, Math.min(clip.length, from + piece)))) {
                heard.add(sample);
            }
        }
        float[] samples = new float[heard.size()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = heard.get(i);
        }
        return samples;
    }
}
