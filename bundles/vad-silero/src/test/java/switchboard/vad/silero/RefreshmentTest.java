package switchboard.vad.silero;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RefreshmentTest {

    private static final float QUIET = 0.02f;
    private static final float NOISE = 0.3f;
    private static final float SPEECH = 0.99f;

    private final Refreshment refreshment = new Refreshment();

    @Test
    void two_seconds_of_quiet_bring_one() {
        assertThat(dueIn(62, QUIET)).isZero();
        assertThat(dueIn(1, QUIET)).isOne();
    }

    @Test
    void quiet_brings_one_every_two_seconds() {
        assertThat(dueIn(630, QUIET)).isEqualTo(10);
    }

    @Test
    void speech_and_noise_bring_none() {
        assertThat(dueIn(500, SPEECH)).isZero();
        assertThat(dueIn(500, NOISE)).isZero();
    }

    @Test
    void after_long_speech_it_waits_for_seven_quiet_windows() {
        dueIn(500, SPEECH);
        assertThat(dueIn(6, QUIET)).isZero();
        assertThat(dueIn(1, QUIET)).isOne();
    }

    @Test
    void speech_in_between_makes_it_wait_again() {
        dueIn(500, SPEECH);
        dueIn(6, QUIET);
        dueIn(1, SPEECH);
        assertThat(dueIn(6, QUIET)).isZero();
        assertThat(dueIn(1, QUIET)).isOne();
    }

    private int dueIn(int windows, float probability) {
        int due = 0;
        for (int i = 0; i < windows; i++) {
            due += refreshment.isDueAfter(probability) ? 1 : 0;
        }
        return due;
    }
}
