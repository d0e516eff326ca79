package switchboard.api.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AudioClipTest {

    private static final AudioClip ONE = new AudioClip(1000, new float[] {1, 2});

    @Test
    void clips_are_joined_in_their_order() {
        AudioClip joined = AudioClip.joined(1000, List.of(ONE, new AudioClip(1000, new float[] {3}), ONE));

        assertThat(joined.sampleRateHz()).isEqualTo(1000);
        assertThat(joined.samples()).containsExactly(1, 2, 3, 1, 2);
        assertThat(AudioClip.joined(1000, List.of()).samples()).isEmpty();
    }

    @Test
    void clips_of_another_rate_are_not_joined() {
        assertThatThrownBy(() -> AudioClip.joined(2000, List.of(ONE))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void silence_follows() {
        assertThat(ONE.followedBySilence(Duration.ofMillis(3)).samples()).containsExactly(1, 2, 0, 0, 0);
    }
}
