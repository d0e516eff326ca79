package switchboard.signaling.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import switchboard.signaling.http.Refusal.Reason;

/**
 * Reads a body that a stranger sends: so many bytes at most, and within so much time. Whoever sends a byte now and then would
 * otherwise hold a thread for hours, and with some hundred connections all of them. A sender who falls silent is cut off by the
 * server's own time-out.
 *
 * @param clockNs as {@link System#nanoTime()}
 */
record PatientRead(int mostBytes, Duration patience, LongSupplier clockNs) {

    /** The whole body. */
    byte[] all(InputStream body) throws IOException, Refusal {
        byte[] read = read(body, mostBytes + 1);
        if (read.length > mostBytes) {
            throw Refusal.of(Reason.TOO_LARGE, "the body is larger than %d KiB".formatted(mostBytes / 1024));
        }
        return read;
    }

    /** Reads what is left of a body that nobody needs; too much, or too slow, is left where it is. */
    void drain(InputStream body) throws IOException {
        try {
            read(body, mostBytes);
        } catch (Refusal e) {
            // It is refused already.
        }
    }

    private byte[] read(InputStream body, int most) throws IOException, Refusal {
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] some = new byte[8 * 1024];
        long begun = clockNs.getAsLong();
        while (read.size() < most) {
            int count = body.read(some, 0, Math.min(some.length, most - read.size()));
            if (count < 0) {
                break;
            }
            read.write(some, 0, count);
            if (clockNs.getAsLong() - begun > patience.toNanos()) {
                throw Refusal.of(Reason.TOO_SLOW, "the body has not come within %d s".formatted(patience.toSeconds()));
            }
        }
        return read.toByteArray();
    }
}
