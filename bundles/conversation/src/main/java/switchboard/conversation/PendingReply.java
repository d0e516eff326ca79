package switchboard.conversation;

import org.jspecify.annotations.Nullable;
import switchboard.api.llm.Generation;

/** A reply that has been asked for; it can be cancelled before it has started. Thread-safe. */
final class PendingReply implements AutoCloseable {

    private @Nullable Generation generation;
    private boolean cancelled;

    synchronized boolean isCancelled() {
        return cancelled;
    }

    /** It has started. */
    synchronized void started(Generation running) {
        generation = running;
        if (cancelled) {
            running.close();
        }
    }

    @Override
    public synchronized void close() {
        cancelled = true;
        if (generation != null) {
            generation.close();
        }
    }
}
