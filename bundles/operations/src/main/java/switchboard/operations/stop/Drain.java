package switchboard.operations.stop;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.call.Lines;

/**
 * Refuses new calls, lets open ones end within a limit, and then stops the server. Asked a second time it does not wait any
 * longer. Thread-safe.
 */
final class Drain {

    private static final Logger log = LoggerFactory.getLogger(Drain.class);
    private static final Duration LOOK = Duration.ofMillis(50);

    private final Duration limit;
    private final Runnable stop;
    private final List<Lines> lines = new CopyOnWriteArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch atOnce = new CountDownLatch(1);

    /**
     * @param limit how long open calls may go on
     * @param stop  called once, on a thread of its own
     */
    Drain(Duration limit, Runnable stop) {
        this.limit = limit;
        this.stop = stop;
    }

    /** Lines that came after the server was asked to stop take no calls either. */
    void add(Lines some) {
        lines.add(some);
        if (asked.get() > 0) {
            some.drain();
        }
    }

    void remove(Lines some) {
        lines.remove(some);
    }

    /** Somebody wants the server to stop. Returns at once. */
    void ask() {
        if (asked.incrementAndGet() == 1) {
            lines.forEach(Lines::drain);
            log.info("stop asked open={} limit={} s", open(), limit.toSeconds());
            new Thread(this::drain, "stop").start();
        } else {
            atOnce.countDown();
        }
    }

    private void drain() {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (open() > 0 && System.nanoTime() < end && !atOnce.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                continue;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        log.info("stopping open={}", open());
        stop.run();
    }

    private int open() {
        return lines.stream().mapToInt(Lines::open).sum();
    }
}
