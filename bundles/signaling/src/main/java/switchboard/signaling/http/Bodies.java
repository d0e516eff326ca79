package switchboard.signaling.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import switchboard.signaling.http.Refusal.Reason;

/**
 * Reads the bodies that strangers send. Whoever announces a body and falls silent holds a thread until the server's own time-out;
 * therefore one address may have few on their way at once, and never all threads. Thread-safe.
 */
final class Bodies {

    /** A body of a client that means well is there with its head; a proxy's is, too. */
    static final int MOST_AT_ONCE = 16;

    private static final PatientRead READ = new PatientRead(64 * 1024, Duration.ofSeconds(5), System::nanoTime);

    private final Map<String, Integer> reading = new ConcurrentHashMap<>();

    /** @throws Refusal if it is too large, too slow, no JSON object, or one too many of this address */
    JsonBody read(HttpServletRequest request) throws IOException, Refusal {
        return read(request.getRemoteAddr(), request.getInputStream());
    }

    JsonBody read(String address, InputStream body) throws IOException, Refusal {
        if (!enter(address)) {
            throw Refusal.later(Reason.TOO_OFTEN, "too many requests of this address are on their way; wait a moment", 1);
        }
        try {
            return JsonBody.of(READ.all(body));
        } catch (IOException e) {
            requireTimeout(e);
            throw Refusal.of(Reason.TOO_SLOW, "the body has not come");
        } finally {
            leave(address);
        }
    }

    /** Reads what a refused request still holds: Jetty closes a connection whose body was not read, and the next request fails. */
    void drain(HttpServletRequest request) throws IOException {
        drain(request.getRemoteAddr(), request.getInputStream());
    }

    void drain(String address, InputStream body) throws IOException {
        if (enter(address)) {
            try {
                READ.drain(body);
            } catch (IOException e) {
                requireTimeout(e); // which is why it is refused
            } finally {
                leave(address);
            }
        }
    }

    /** As Jetty tells it. */
    private static void requireTimeout(IOException e) throws IOException {
        if (!(e.getCause() instanceof TimeoutException)) {
            throw e;
        }
    }

    private boolean enter(String address) {
        if (reading.merge(address, 1, Integer::sum) <= MOST_AT_ONCE) {
            return true;
        }
        leave(address);
        return false;
    }

    private void leave(String address) {
        reading.computeIfPresent(address, (known, count) -> count == 1 ? null : count - 1);
    }
}
