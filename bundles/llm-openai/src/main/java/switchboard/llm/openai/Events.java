package switchboard.llm.openai;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.llm.GenerationEvent;

/** Passes a generation's events on: one after the other, nothing after the last one. Thread-safe. */
final class Events {

    private static final Logger log = LoggerFactory.getLogger(Events.class);

    private final Consumer<GenerationEvent> listener;
    private final AtomicBoolean over = new AtomicBoolean();

    Events(Consumer<GenerationEvent> listener) {
        this.listener = listener;
    }

    boolean over() {
        return over.get();
    }

    /** Silences the listener from now on, without waiting for it; true if it had not heard the last event. */
    boolean silence() {
        return over.compareAndSet(false, true);
    }

    synchronized void say(String text) {
        if (!over.get()) {
            pass(new GenerationEvent.Text(text));
        }
    }

    synchronized void request(GenerationEvent.ToolRequested tool) {
        if (!over.get()) {
            pass(tool);
        }
    }

    /** Passes the last event on, unless there was one; true if it was this. */
    synchronized boolean last(GenerationEvent event) {
        boolean first = silence();
        if (first) {
            pass(event);
        }
        return first;
    }

    private void pass(GenerationEvent event) {
        try {
            listener.accept(event);
        } catch (RuntimeException e) {
            // Its message may hold what was spoken. A listener that throws hears no more.
            over.set(true);
            log.error("event=listener-failed error={} at={}", e.getClass().getName(), Stream.of(e.getStackTrace()).findFirst());
        }
    }
}
