package switchboard.conversation.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LevelTest {

    @Test
    void full_scale_is_nought_and_a_tenth_of_it_is_twenty_decibels_less() {
        assertThat(Level.dbfs(new float[] {1, -1, 1})).isCloseTo(0, within(1e-6));
        assertThat(Level.dbfs(new float[] {0.1f, -0.1f})).isCloseTo(-20, within(1e-4));
    }

    @Test
    void silence_and_nothing_at_all_are_equally_soft() {
        assertThat(Level.dbfs(new float[160])).isEqualTo(Level.SILENCE_DBFS);
        assertThat(Level.dbfs(new float[0])).isEqualTo(Level.SILENCE_DBFS);
    }
}
