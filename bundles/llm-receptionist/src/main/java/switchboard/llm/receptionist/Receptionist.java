package switchboard.llm.receptionist;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Generation;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.LanguageModel;

/** Answers from the passages of the request, sentence by sentence. Thread-safe. */
final class Receptionist implements LanguageModel, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Receptionist.class);

    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread named = new Thread(task, "receptionist");
        named.setDaemon(true);
        return named;
    });

    @Override
    public Generation generate(ChatRequest request, Consumer<GenerationEvent> listener) {
        AtomicBoolean open = new AtomicBoolean(true);
        thread.execute(() -> answer(request, event -> {
            if (open.get()) {
                listener.accept(event);
            }
        }));
        return () -> open.set(false);
    }

    @Override
    public void close() {
        thread.shutdown();
    }

    private static void answer(ChatRequest request, Consumer<GenerationEvent> listener) {
        try {
            String reply = new Reply(request.conversation(), request.knowledge()).text();
            for (String sentence : reply.split("(?<=[.!?]) ")) {
                listener.accept(new GenerationEvent.Text(sentence + " "));
            }
            listener.accept(new GenerationEvent.Ended());
        } catch (RuntimeException e) {
            log.error("event=reply-failed", e);
            listener.accept(new GenerationEvent.Failed("the receptionist could not answer: " + e.getClass().getSimpleName()));
        }
    }
}
