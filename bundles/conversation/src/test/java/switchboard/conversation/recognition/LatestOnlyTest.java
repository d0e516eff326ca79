package switchboard.conversation.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LatestOnlyTest {

    private final ExecutorService executor = Executors.newFixedThreadPool(1);
    private final LatestOnly queue = new LatestOnly(executor);
    private final List<String> done = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        executor.shutdownNow();
    }

    @Test
    void what_runs_is_interrupted_and_of_what_waits_only_the_last_runs() throws InterruptedException {
        CountDownLatch running = new CountDownLatch(1);
        CountDownLatch finished = new CountDownLatch(1);
        queue.run(() -> {
            running.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                done.add("gave up");
                Thread.currentThread().interrupt();
            }
        });
        assertThat(running.await(10, TimeUnit.SECONDS)).isTrue();
        queue.run(() -> done.add("second"));
        queue.run(() -> {
            done.add("third, interrupted=" + Thread.currentThread().isInterrupted());
            finished.countDown();
        });

        assertThat(finished.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(done).startsWith("gave up").endsWith("third, interrupted=false");
    }
}
