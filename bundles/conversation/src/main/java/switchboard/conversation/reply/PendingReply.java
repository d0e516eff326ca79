package switchboard.conversation.reply;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import switchboard.api.assistant.Assistant;

/** A reply that has been asked for; it can be confirmed or cancelled before it has started. Thread-safe. */
public final class PendingReply implements Assistant.Reply {

    private Assistant.@Nullable Reply reply;
    private boolean confirmed;
    private boolean cancelled;

    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /** It has started. */
    public synchronized void started(Assistant.Reply running) {
        reply = running;
        if (confirmed) {
            running.confirm();
        }
        if (cancelled) {
            running.close();
        }
    }

    @Override
    public synchronized Optional<String> owner() {
        return reply == null ? Optional.empty() : reply.owner();
    }

    @Override
    public synchronized void confirm() {
        confirmed = true;
        if (reply != null) {
            reply.confirm();
        }
    }

    @Override
    public synchronized void close() {
        cancelled = true;
        if (reply != null) {
            reply.close();
        }
    }
}
