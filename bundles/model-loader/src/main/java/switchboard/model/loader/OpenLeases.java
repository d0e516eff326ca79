package switchboard.model.loader;

import java.time.Duration;

/** Counts the leases of one model that have not been given back. Thread-safe. */
final class OpenLeases {

    private int count;

    synchronized void lent() {
        count++;
    }

    synchronized void returned() {
        count--;
        notifyAll();
    }

    synchronized int count() {
        return count;
    }

    /** Waits until all have been given back; returns whether they were in time. */
    synchronized boolean drained(Duration limit) {
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            for (long left; count > 0 && (left = deadline - System.nanoTime()) > 0; ) {
                wait(Math.max(1, left / 1_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return count == 0;
    }
}
