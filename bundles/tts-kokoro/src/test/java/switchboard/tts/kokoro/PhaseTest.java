package switchboard.tts.kokoro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PhaseTest {

    @Test
    void each_step_adds_what_the_pitch_turns_in_it() {
        Curve phase = Phase.of(new Curve(1, 3, new float[] {80, 80, 0}));
        double turn = 2 * Math.PI * 80 * 300 / 24_000;
        assertThat(phase.rows()).isEqualTo(9);
        assertThat(phase.slice(0, 1).values()[0]).isCloseTo((float) turn, within(1e-4f));
        assertThat(phase.slice(1, 2).values()[0]).isCloseTo((float) (2 * turn), within(1e-4f));
        assertThat(phase.slice(2, 3).values()[0]).isCloseTo((float) (2 * turn), within(1e-4f));
        assertThat(phase.slice(1, 2).values()[8]).isCloseTo((float) (18 * turn), within(1e-3f));
    }
}
