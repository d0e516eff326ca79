package switchboard.signaling.call;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Predicate;

/**
 * What one line is told, in order. Messages wait while the client's channel is not open yet, as it is for a moment when a
 * client reconnects; if too many do, the oldest are dropped. Thread-safe.
 */
final class Outbox {

    static final int MOST = 100;

    private final Predicate<String> channel;
    private final Queue<String> waiting = new ArrayDeque<>();

    /** @param channel sends a message now, or returns false */
    Outbox(Predicate<String> channel) {
        this.channel = channel;
    }

    synchronized void send(String message) {
        waiting.add(message);
        if (waiting.size() > MOST) {
            waiting.remove();
        }
        flush();
    }

    /** To be called when the client was heard from: then its channel is open. */
    synchronized void flush() {
        while (!waiting.isEmpty() && channel.test(waiting.peek())) {
            waiting.remove();
        }
    }
}
