package switchboard.conversation.foresight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AllowanceTest {

    private long nowNs = 5;
    private final Allowance allowance = new Allowance(2, Duration.ofNanos(10), () -> nowNs);

    @Test
    void it_is_used_up() {
        assertThat(allowance.take()).isTrue();
        assertThat(allowance.take()).isTrue();
        assertThat(allowance.take()).isFalse();
    }

    @Test
    void it_grows_by_one_after_each_while() {
        allowance.take();
        allowance.take();
        nowNs += 9;
        assertThat(allowance.take()).isFalse();
        nowNs += 1;
        assertThat(allowance.take()).isTrue();
        assertThat(allowance.take()).isFalse();
    }

    @Test
    void it_never_holds_more_than_at_first() {
        nowNs += 1_000;
        assertThat(allowance.take()).isTrue();
        assertThat(allowance.take()).isTrue();
        assertThat(allowance.take()).isFalse();
    }

    @Test
    void after_a_rest_it_grows_from_nothing() {
        allowance.rest(Duration.ofNanos(30));
        nowNs += 29;
        assertThat(allowance.take()).isFalse();
        nowNs += 1;
        assertThat(allowance.take()).isTrue();
        assertThat(allowance.take()).isFalse();
    }
}
