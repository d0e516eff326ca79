package example.llm;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Generation;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.LanguageModel;

/** Reads out what the company's documents say on the caller's words. Thread-safe. */
final class PassageReader implements LanguageModel, AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "passage-reader");
        thread.setDaemon(true);
        return thread;
    });

    /** Returns at once; the events come on a thread of this model. */
    @Override
    public Generation generate(ChatRequest request, Consumer<GenerationEvent> listener) {
        AtomicBoolean wanted = new AtomicBoolean(true);
        try {
            threads.execute(() -> {
                tell(wanted, listener, new GenerationEvent.Text(answer(request)));
                tell(wanted, listener, new GenerationEvent.Ended());
            });
        } catch (RejectedExecutionException e) {
            throw new IllegalStateException("this model has retired", e);
        }
        return () -> wanted.set(false);
    }

    /** It says nothing of its own, so its numbers need not be checked. */
    @Override
    public boolean inventsNothing() {
        return true;
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    private static void tell(AtomicBoolean wanted, Consumer<GenerationEvent> listener, GenerationEvent event) {
        if (wanted.get()) {
            listener.accept(event);
        }
    }

    private static String answer(ChatRequest request) {
        return request.knowledge().isEmpty() ? "I'm sorry, I don't know that." : request.knowledge().get(0).text();
    }
}
