package switchboard.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ForeignTest {

    @Test
    void code_runs_on_a_thread_of_its_own() throws Exception {
        assertThat(Foreign.call("foreign", Duration.ofSeconds(5), () -> Thread.currentThread().getName())).isEqualTo("foreign");
    }

    @Test
    void code_that_hangs_is_left_alone_and_interrupted() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        assertThatExceptionOfType(TimeoutException.class).isThrownBy(() -> Foreign.call("foreign", Duration.ofMillis(50), () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
            return "";
        }));

        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void errors_come_through_as_causes() {
        assertThatExceptionOfType(ExecutionException.class).isThrownBy(() -> Foreign.call("foreign", Duration.ofSeconds(5), () -> {
            throw new UnsatisfiedLinkError("no library");
        })).withCauseInstanceOf(UnsatisfiedLinkError.class);
    }
}
