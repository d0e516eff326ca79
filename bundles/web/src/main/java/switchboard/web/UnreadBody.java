package switchboard.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * The body of a request that is refused whatever it says. Left unread it makes Jetty close the connection after the
 * answer, and the client's next request, already on its way there, fails without an answer.
 */
final class UnreadBody {

    /** An offer has some kilobytes; who sends more than this may lose the connection. */
    private static final int LIMIT_BYTES = 64 * 1024;

    private UnreadBody() {}

    /** Reads it up to a limit and forgets it. */
    static void discard(HttpServletRequest request) throws IOException {
        request.getInputStream().readNBytes(LIMIT_BYTES);
    }
}
