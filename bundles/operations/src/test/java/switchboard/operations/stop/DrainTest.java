package switchboard.operations.stop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import switchboard.operations.FakeLines;

@Timeout(20)
class DrainTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final FakeLines lines = new FakeLines(1, 2);

    @Test
    void lines_take_no_new_calls_at_once_and_the_open_call_goes_on() throws Exception {
        drain(LONG).ask();

        assertThat(lines.isDraining()).isTrue();
        assertThat(stopped.await(200, TimeUnit.MILLISECONDS)).isFalse();
    }

    @Test
    void the_server_stops_when_the_last_call_has_ended() throws Exception {
        drain(LONG).ask();
        lines.open = 0;

        stopped.await();
    }

    @Test
    void without_calls_nothing_is_waited_for() throws Exception {
        lines.open = 0;
        drain(LONG).ask();

        stopped.await();
    }

    @Test
    void a_call_that_goes_on_is_ended_at_the_limit() throws Exception {
        drain(Duration.ofMillis(100)).ask();

        stopped.await();
    }

    @Test
    void asked_twice_it_does_not_wait() throws Exception {
        Drain drain = drain(LONG);
        drain.ask();
        drain.ask();

        stopped.await();
    }

    @Test
    void lines_that_come_while_the_server_stops_take_no_calls() {
        Drain drain = drain(LONG);
        drain.ask();
        FakeLines late = new FakeLines(0, 2);
        drain.add(late);

        assertThat(late.isDraining()).isTrue();
    }

    private Drain drain(Duration limit) {
        Drain drain = new Drain(limit, stopped::countDown);
        drain.add(lines);
        return drain;
    }
}
