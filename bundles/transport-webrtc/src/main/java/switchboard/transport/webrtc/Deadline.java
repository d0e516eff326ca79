package switchboard.transport.webrtc;

import java.time.Duration;

/**
 * A moment until which several waits must be over.
 *
 * @param atNs on the clock of {@link System#nanoTime()}
 */
record Deadline(long atNs) {

    static Deadline in(Duration duration) {
        return new Deadline(System.nanoTime() + duration.toNanos());
    }

    /** How long it is until then, in nanoseconds; never negative. */
    long remainingNs() {
        return Math.max(0, atNs - System.nanoTime());
    }
}
