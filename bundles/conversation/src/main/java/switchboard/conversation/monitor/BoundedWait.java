package switchboard.conversation.monitor;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waiting that has an end. */
public final class BoundedWait {

    private BoundedWait() {}

    /**
     * Waits while something is so.
     *
     * @param monitor held by this thread; notified by whoever changes what is waited for
     * @param pending asked with the monitor held
     * @param limit   the longest that is waited
     */
    public static void await(Object monitor, BooleanSupplier pending, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        for (long leftNs = limit.toNanos(); leftNs > 0 && pending.getAsBoolean(); leftNs = end - System.nanoTime()) {
            monitor.wait(Math.max(1, leftNs / 1_000_000));
        }
    }
}
