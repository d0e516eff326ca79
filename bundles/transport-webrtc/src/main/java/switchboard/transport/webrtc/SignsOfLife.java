package switchboard.transport.webrtc;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Judges whether the other side is still there: media must flow soon, and then packets or messages must keep coming.
 *
 * <p>Messages count because a muted caller may send no packets for minutes, and is still there. All times are those of
 * {@link System#nanoTime()}. {@link #check} is confined to one thread at a time; the others may be called by any.
 */
final class SignsOfLife {

    static final Duration TO_CONNECT = Duration.ofSeconds(15);
    static final Duration WITHOUT_MEDIA = Duration.ofSeconds(30);

    private static final long BETWEEN_COUNTS_NS = Duration.ofSeconds(5).toNanos();

    private final long bornNs;
    private volatile boolean armed;
    private volatile long lastSignNs;
    private long lastCountNs;
    private long lastCount;

    SignsOfLife(long nowNs) {
        this.bornNs = nowNs;
        this.lastSignNs = nowNs;
        this.lastCountNs = nowNs;
    }

    /** Media flows. */
    void armed(long nowNs) {
        sign(nowNs);
        armed = true;
    }

    /** Something came from the other side. */
    void sign(long nowNs) {
        lastSignNs = nowNs;
    }

    /**
     * Judges.
     *
     * @param packetsReceived counts what came so far; may block for a moment, so it is asked every five seconds only
     * @return why the other side counts as gone; empty while it does not
     */
    Optional<String> check(long nowNs, LongSupplier packetsReceived) {
        if (!armed) {
            return nowNs - bornNs < TO_CONNECT.toNanos() ? Optional.empty()
                    : Optional.of("no connection within %d s".formatted(TO_CONNECT.toSeconds()));
        }
        if (nowNs - lastCountNs >= BETWEEN_COUNTS_NS) {
            lastCountNs = nowNs;
            count(nowNs, packetsReceived.getAsLong());
        }
        return nowNs - lastSignNs < WITHOUT_MEDIA.toNanos() ? Optional.empty()
                : Optional.of("no media for %d s".formatted(WITHOUT_MEDIA.toSeconds()));
    }

    private void count(long nowNs, long packets) {
        if (packets > lastCount) {
            lastCount = packets;
            sign(nowNs);
        }
    }
}
