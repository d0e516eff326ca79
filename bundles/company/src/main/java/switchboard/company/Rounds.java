package switchboard.company;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks again and again, on a thread of its own, until it is closed. */
final class Rounds implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Rounds.class);
    /** What lets a change of a file or a model be noticed at once. */
    static final Duration PACE = Duration.ofMillis(250);

    private final ScheduledExecutorService scheduler;

    /** @param look may throw: what goes wrong is logged, and it is called again */
    Rounds(String thread, Duration pace, Runnable look) {
        this.scheduler = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread daemon = new Thread(work, thread);
            daemon.setDaemon(true);
            return daemon;
        });
        scheduler.scheduleWithFixedDelay(() -> once(look), pace.toMillis(), pace.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Looks once, at once, in another way; what goes wrong is logged. */
    void first(Runnable otherLook) {
        scheduler.execute(() -> once(otherLook));
    }

    private static void once(Runnable look) {
        try {
            look.run();
        } catch (RuntimeException e) {
            // A scheduled task that throws is never run again, and then no change would be noticed.
            log.error("event=look-failed", e);
        }
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
    }
}
