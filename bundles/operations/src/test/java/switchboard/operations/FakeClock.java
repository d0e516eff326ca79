package switchboard.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until told. */
public final class FakeClock extends Clock {

    private Instant now;

    public FakeClock(String now) {
        this.now = Instant.parse(now);
    }

    public void pass(Duration duration) {
        now = now.plus(duration);
    }

    public void passMs(long ms) {
        pass(Duration.ofMillis(ms));
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
