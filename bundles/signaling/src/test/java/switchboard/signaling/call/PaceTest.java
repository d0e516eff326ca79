package switchboard.signaling.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import switchboard.api.call.TurnLedger;

class PaceTest {

    private long now;
    private final Pace pace = new Pace(Duration.ofMillis(250), () -> now);

    @Test
    void many_slow_turns_are_slow_until_half_a_minute_has_passed() {
        turns(5, "tts", 400);
        assertThat(pace.isSlow()).as("a few may be chance").isFalse();
        turns(1, "tts", 400);
        assertThat(pace.isSlow()).isTrue();
        now += Duration.ofSeconds(31).toNanos();
        assertThat(pace.isSlow()).isFalse();
    }

    @Test
    void a_pause_and_somebody_elses_language_model_do_not_count() {
        turns(20, "endpointing", 900);
        turns(20, "llm", 3_000);
        assertThat(pace.isSlow()).isFalse();
    }

    @Test
    void quick_turns_make_up_for_slow_ones() {
        turns(10, "stt", 300);
        turns(10, "stt", 20);
        assertThat(pace.isSlow()).isFalse();
    }

    @Test
    void whoever_wants_no_such_limit_sets_it_to_zero() {
        Pace unlimited = new Pace(Duration.ZERO, () -> now);
        for (int i = 0; i < 20; i++) {
            unlimited.measured(turn("tts", 5_000));
        }
        assertThat(unlimited.isSlow()).isFalse();
    }

    private void turns(int count, String part, int ms) {
        for (int i = 0; i < count; i++) {
            pace.measured(turn(part, ms));
        }
    }

    private static TurnLedger turn(String part, int ms) {
        return new TurnLedger(1, List.of(new TurnLedger.Part(part, Duration.ofMillis(ms), "somebody@1")), false);
    }
}
