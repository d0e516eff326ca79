package switchboard.conversation.foresight;

import java.time.Duration;
import java.util.function.LongSupplier;

/** How often something that costs may be done: a few times at once, and once more after each while. Thread-safe. */
final class Allowance {

    private final int most;
    private final long refillNs;
    private final LongSupplier clockNs;
    private int left;
    private long refilledNs;

    /** @param clockNs as {@link System#nanoTime()} */
    Allowance(int most, Duration refill, LongSupplier clockNs) {
        this.most = most;
        this.refillNs = refill.toNanos();
        this.clockNs = clockNs;
        this.left = most;
        this.refilledNs = clockNs.getAsLong();
    }

    /** @return whether it may be done now; it counts as done then */
    synchronized boolean take() {
        long refills = Math.max(0, clockNs.getAsLong() - refilledNs) / refillNs;
        left = (int) Math.min(most, left + refills);
        refilledNs += refills * refillNs;
        return left > 0 && left-- > 0;
    }

    /** It is used up, and begins to grow again after so long. */
    synchronized void rest(Duration time) {
        left = 0;
        refilledNs = clockNs.getAsLong() + time.toNanos() - refillNs;
    }
}
