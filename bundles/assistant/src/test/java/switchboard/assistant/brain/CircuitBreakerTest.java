package switchboard.assistant.brain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import switchboard.testkit.fake.FakeClock;

class CircuitBreakerTest {

    private final FakeClock clock = new FakeClock();
    private final CircuitBreaker breaker = new CircuitBreaker(clock);

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
    void one_that_rests_at_once_does_so_for_as_long() {
        breaker.rest("a");
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
        clock.pass(Duration.ofSeconds(seconds));
    }
}
