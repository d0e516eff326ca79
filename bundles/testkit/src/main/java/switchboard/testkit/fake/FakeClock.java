package switchboard.testkit.fake;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until it is told to go on. Thread-safe. */
public final class FakeClock extends Clock {

    private volatile Instant now;

    public FakeClock() {
        this("2026-11-25T12:00:00Z");
    }

    /** @param now ISO 8601, in UTC */
    public FakeClock(String now) {
        this.now = Instant.parse(now);
    }

    public void pass(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
