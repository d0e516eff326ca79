package switchboard.signaling.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private long nowNs;
    private final RateLimit limit = new RateLimit(3, 60, () -> nowNs);

    @Test
    void one_address_may_ask_a_few_times_at_once_and_then_steadily() {
        assertThat(limit.admits("a")).isTrue();
        assertThat(limit.admits("a")).isTrue();
        assertThat(limit.admits("a")).isTrue();
        assertThat(limit.admits("a")).isFalse();
        nowNs += TimeUnit.SECONDS.toNanos(1);

        assertThat(limit.admits("a")).isTrue();
        assertThat(limit.admits("a")).isFalse();
    }

    @Test
    void addresses_do_not_share() {
        for (int i = 0; i < 20_000; i++) {
            assertThat(limit.admits("address " + i)).isTrue();
        }
    }
}
