package switchboard.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/**
 * The body of a request that is refused whatever it says. Left unread it makes Jetty close the connection after the
 * answer, and the client's next request, already on its way there, fails without an answer.
 */
final class UnreadBody {

    /** An offer has some kilobytes; who sends more than this may lose the connection. */
    private static final int LIMIT_BYTES = 64 * 1024;

    /** Who sends a byte now and then must not hold a thread. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Who announces a body and falls silent holds a thread, until the server's own time-out: but never all of them. */
    private static final Semaphore READERS = new Semaphore(16);

    private UnreadBody() {}

    /** Reads it up to a limit and forgets it; leaves it where it is if too many others are waited for. */
    static void discard(HttpServletRequest request) throws IOException {
        if (READERS.tryAcquire()) {
            try {
                discard(request.getInputStream(), System::nanoTime);
            } finally {
                READERS.release();
            }
        }
    }

    /** @param clockNs as {@link System#nanoTime()} */
    static void discard(InputStream body, LongSupplier clockNs) throws IOException {
        byte[] some = new byte[8 * 1024];
        long begun = clockNs.getAsLong();
        int left = LIMIT_BYTES;
        while (left > 0 && clockNs.getAsLong() - begun < PATIENCE.toNanos()) {
            int count = body.read(some, 0, Math.min(some.length, left));
            left = count < 0 ? 0 : left - count;
        }
    }
}
