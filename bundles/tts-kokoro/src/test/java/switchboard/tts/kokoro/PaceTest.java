package switchboard.tts.kokoro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PaceTest {

    private final Pace pace = new Pace();

    @Test
    void before_anything_is_known_nothing_is_expected() {
        assertThat(pace.expectedNs(100)).isZero();
    }

    @Test
    void it_is_the_time_of_a_frame() {
        for (int i = 0; i < 20; i++) {
            pace.took(10, 60);
        }
        assertThat(pace.expectedNs(100)).isEqualTo(600);
    }

    @Test
    void where_it_varies_more_is_expected_than_the_mean() {
        for (int i = 0; i < 100; i++) {
            pace.took(10, i % 2 == 0 ? 40 : 80);
        }
        assertThat(pace.expectedNs(100)).isBetween(700L, 1_000L);
    }

    @Test
    void what_was_slow_once_is_forgotten() {
        pace.took(10, 60);
        pace.took(10, 6_000);
        assertThat(pace.expectedNs(100)).isGreaterThan(6_000);
        for (int i = 0; i < 60; i++) {
            pace.took(10, 60);
        }
        assertThat(pace.expectedNs(100)).isCloseTo(600, within(60L));
    }
}
