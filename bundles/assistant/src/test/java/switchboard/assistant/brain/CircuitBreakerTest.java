package switchboard.assistant.brain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class CircuitBreakerTest {

    private Instant now = Instant.parse("2026-12-01T10:00:00Z");
    private final CircuitBreaker breaker = new CircuitBreaker(new Clock() {

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    @Test
    void the_third_failure_in_half_a_minute_lets_a_model_rest_for_twenty_seconds() {
        assertThat(breaker.failed("a")).isFalse();
        after(14);
        assertThat(breaker.failed("a")).isFalse();
        after(14);
        assertThat(breaker.failed("a")).isTrue();
        assertThat(breaker.rests("a")).isTrue();
        assertThat(breaker.rests("b")).isFalse();

        after(19);
        assertThat(breaker.rests("a")).isTrue();
        after(1);
        assertThat(breaker.rests("a")).isFalse();
    }

    @Test
    void failures_that_lie_apart_do_no_harm() {
        for (int i = 0; i < 10; i++) {
            assertThat(breaker.failed("a")).isFalse();
            after(16);
        }
    }

    @Test
    void a_success_forgives() {
        breaker.failed("a");
        breaker.failed("a");
        breaker.succeeded("a");
        breaker.failed("a");
        breaker.failed("a");

        assertThat(breaker.rests("a")).isFalse();
    }

    private void after(int seconds) {
        now = now.plus(Duration.ofSeconds(seconds));
    }
}
