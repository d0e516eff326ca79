package switchboard.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ModelThreadsTest {

    private static final Duration SOON = Duration.ofMillis(20);
    private static final Duration LONG = Duration.ofSeconds(10);

    private final ModelThreads threads = new ModelThreads();
    private final CountDownLatch returns = new CountDownLatch(1);

    @Test
    void whoever_hangs_is_left_and_known_until_it_comes_back() {
        assertThatThrownBy(() -> ask(SOON)).isInstanceOf(TimeoutException.class).hasMessage("has not answered within 20 ms");
        assertThat(threads.hangs("stuck@1")).isTrue();
        assertThat(threads.hangs("other@1")).isFalse();

        returns.countDown();
        while (threads.hangs("stuck@1")) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whoever_keeps_too_many_threads_is_not_asked() {
        for (int i = 0; i < 8; i++) {
            assertThatThrownBy(() -> ask(Duration.ofMillis(1))).isInstanceOf(TimeoutException.class);
        }
        assertThatThrownBy(() -> ask(SOON)).isInstanceOf(RejectedExecutionException.class).hasMessage("stuck@1 does not return");
        returns.countDown();
    }

    @Test
    void what_a_model_throws_is_the_cause_be_it_an_error() {
        assertThatThrownBy(() -> threads.ask("deep@1", LONG, () -> true, () -> {
            throw new StackOverflowError();
        })).isInstanceOf(ExecutionException.class).hasCauseInstanceOf(StackOverflowError.class);
    }

    /** Threads are used again: what was meant for one model must not reach the next. */
    @Test
    void an_interrupt_reaches_the_model_and_nobody_after_it() throws Exception {
        Thread.currentThread().interrupt();
        boolean heeded = threads.ask("heeds@1", LONG, () -> true, () -> {
            try {
                returns.await();
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return true;
            }
        });
        assertThat(heeded).isTrue();
        assertThat(Thread.interrupted()).as("whoever asked is still interrupted").isTrue();

        for (int i = 0; i < 100; i++) {
            assertThat(threads.ask("next@1", LONG, () -> true, () -> Thread.currentThread().isInterrupted())).isFalse();
        }
    }

    private boolean ask(Duration patience) throws ExecutionException, TimeoutException {
        return threads.ask("stuck@1", patience, () -> true, () -> {
            while (returns.getCount() > 0) {
                try {
                    returns.await();
                } catch (InterruptedException e) {
                    continue; // as native code does
                }
            }
            return true;
        });
    }
}
