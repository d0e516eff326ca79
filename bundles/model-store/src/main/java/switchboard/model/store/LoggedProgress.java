package switchboard.model.store;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the log how a download comes on, now and then: in a running server nobody looks at a bar. Confined to one thread. */
final class LoggedProgress implements Progress {

    private static final Logger log = LoggerFactory.getLogger(LoggedProgress.class);
    static final Duration INTERVAL = Duration.ofSeconds(5);

    private final LongSupplier nanoTime;
    private long toldNs;

    LoggedProgress(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        toldNs = nanoTime.getAsLong();
    }

    @Override
    public void at(String name, long bytes, long total) {
        long now = nanoTime.getAsLong();
        if (now - toldNs >= INTERVAL.toNanos()) {
            toldNs = now;
            log.info("fetching {}: {}", name, amount(bytes, total));
        }
    }

    static String amount(long bytes, long total) {
        return total > 0 ? "%d of %d MB".formatted(bytes / 1_000_000, total / 1_000_000) : "%d MB".formatted(bytes / 1_000_000);
    }
}
