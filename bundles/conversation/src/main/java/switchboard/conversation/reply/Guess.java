package switchboard.conversation.reply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import switchboard.api.assistant.Assistant;
import switchboard.api.llm.GenerationEvent;

/**
 * An answer that was asked for before the turn was over. What has come of it waits for whoever turns out to need it, who then
 * hears the rest as it comes. Thread-safe.
 */
public final class Guess implements Assistant.Reply {

    private final PendingReply reply = new PendingReply();
    private final List<GenerationEvent> events = new ArrayList<>();
    private @Nullable Consumer<GenerationEvent> listener;

    /** It has been asked for. */
    public void started(Assistant.Reply running) {
        reply.started(running);
    }

    /** Takes what the assistant says. */
    public synchronized void accept(GenerationEvent event) {
        if (listener == null) {
            events.add(event);
        } else {
            listener.accept(event);
        }
    }

    /**
     * Hands over what has come, and all that comes.
     *
     * @return false, and nothing is handed over, if it has failed, as an answer does that needs a turn that is certain
     */
    public synchronized boolean follow(Consumer<GenerationEvent> follower) {
        if (events.stream().anyMatch(GenerationEvent.Failed.class::isInstance)) {
            return false;
        }
        events.forEach(follower);
        events.clear();
        listener = follower;
        return true;
    }

    @Override
    public Optional<String> owner() {
        return reply.owner();
    }

    @Override
    public void confirm() {
        reply.confirm();
    }

    /** Nobody wants it. */
    @Override
    public void close() {
        reply.close();
    }
}
