package switchboard.tts.kokoro;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SilenceTest {

    @Test
    void thirty_milliseconds_stay_on_both_sides() {
        float[] samples = new float[30_000];
        Arrays.fill(samples, 10_000, 12_000, -0.5f);
        assertThat(Silence.trimmed(samples)).hasSize(2_000 + 2 * 720);
        assertThat(Silence.trimmed(samples)[719]).isZero();
        assertThat(Silence.trimmed(samples)[720]).isEqualTo(-0.5f);
    }

    @Test
    void of_a_piece_one_side_alone_is_cut() {
        float[] samples = new float[30_000];
        Arrays.fill(samples, 10_000, 12_000, -0.5f);
        assertThat(Silence.withoutBeginning(samples)).hasSize(20_000 + 720);
        assertThat(Silence.withoutEnd(samples)).hasSize(12_000 + 720);
        assertThat(Silence.untilLastSound(samples)).hasSize(12_000);
        assertThat(Silence.untilLastSound(new float[100])).isEmpty();
    }

    @Test
    void a_piece_that_is_all_silent_keeps_its_beginning_but_not_its_end() {
        assertThat(Silence.withoutBeginning(new float[5_000])).hasSize(5_000);
        assertThat(Silence.withoutEnd(new float[5_000])).hasSize(720);
    }

    @Test
    void near_silence_is_left_as_it_is() {
        float[] samples = new float[1_000];
        Arrays.fill(samples, 0.009f);
        assertThat(Silence.trimmed(samples)).isSameAs(samples);
    }

    @Test
    void speech_up_to_the_edges_is_left_as_it_is() {
        float[] samples = {0.5f, 0, 0.5f};
        assertThat(Silence.trimmed(samples)).isSameAs(samples);
        assertThat(Silence.trimmed(new float[0])).isEmpty();
    }
}
