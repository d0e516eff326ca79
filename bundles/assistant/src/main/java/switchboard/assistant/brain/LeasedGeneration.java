package switchboard.assistant.brain;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Generation;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.LanguageModel;
import switchboard.api.model.Lease;

/**
 * A generation that holds the lease on its model until it ends, and starts anew on another model if the first fails before
 * it has said anything. Thread-safe.
 */
final class LeasedGeneration implements Generation {

    private static final Logger log = LoggerFactory.getLogger(LeasedGeneration.class);

    private final ChatRequest request;
    private final Consumer<GenerationEvent> listener;
    private final Care care;

    private Optional<Lease<LanguageModel>> lease = Optional.empty();
    private Optional<Generation> running = Optional.empty();
    private boolean spoke;
    private boolean over;

    private LeasedGeneration(ChatRequest request, Consumer<GenerationEvent> listener, Care care) {
        this.request = request;
        this.listener = listener;
        this.care = care;
    }

    /**
     * What is done about failures.
     *
     * @param fallback another model than the first, if one is warm
     * @param verdict  takes the owner of each model that has ended, and whether it ended well
     * @param guard    what stands between a model and the listener
     */
    record Care(Supplier<Optional<Lease<LanguageModel>>> fallback, BiConsumer<String, Boolean> verdict,
            BiFunction<LanguageModel, Consumer<GenerationEvent>, Consumer<GenerationEvent>> guard) {}

    static Generation start(Lease<LanguageModel> lease, ChatRequest request, Consumer<GenerationEvent> listener, Care care) {
        LeasedGeneration generation = new LeasedGeneration(request, listener, care);
        generation.run(lease, true);
        return generation;
    }

    private void run(Lease<LanguageModel> with, boolean mayFallBack) {
        synchronized (this) {
            lease = Optional.of(with);
        }
        Generation started = started(with, mayFallBack);
        boolean late;
        synchronized (this) {
            // The model may have ended, or have handed over to another, before generate() returned.
            late = over || lease.filter(current -> current == with).isEmpty();
            if (!late) {
                running = Optional.of(started);
            }
        }
        if (late) {
            started.close();
            with.close();
        }
    }

    private Generation started(Lease<LanguageModel> with, boolean mayFallBack) {
        try {
            return with.model().generate(request, care.guard().apply(with.model(), event -> accept(event, with, mayFallBack)));
        } catch (RuntimeException e) {
            log.error("model={} event=failed", with.owner(), e);
            accept(new GenerationEvent.Failed("the language model failed: " + e.getClass().getSimpleName()), with, mayFallBack);
            return () -> {};
        }
    }

    private void accept(GenerationEvent event, Lease<LanguageModel> from, boolean mayFallBack) {
        boolean last = event instanceof GenerationEvent.Ended || event instanceof GenerationEvent.Failed;
        boolean handOver;
        synchronized (this) {
            if (over || lease.filter(current -> current == from).isEmpty()) {
                return;
            }
            spoke |= !last;
            handOver = event instanceof GenerationEvent.Failed && mayFallBack && !spoke;
            over = last && !handOver;
        }
        if (last) {
            care.verdict().accept(from.owner(), event instanceof GenerationEvent.Ended);
        }
        if (handOver && handedOver((GenerationEvent.Failed) event, from)) {
            return;
        }
        if (last) {
            from.close();
        }
        listener.accept(event);
    }

    private boolean handedOver(GenerationEvent.Failed failure, Lease<LanguageModel> from) {
        Optional<Lease<LanguageModel>> other = care.fallback().get();
        if (other.isEmpty()) {
            synchronized (this) {
                over = true;
            }
            return false;
        }
        log.warn("model={} event=failed reason={}; {} answers", from.owner(), failure.reason(), other.get().owner());
        from.close();
        run(other.get(), false);
        return true;
    }

    @Override
    public void close() {
        Optional<Generation> cancelled;
        Optional<Lease<LanguageModel>> held;
        synchronized (this) {
            over = true;
            cancelled = running;
            held = lease;
            running = Optional.empty();
        }
        cancelled.ifPresent(Generation::close);
        held.ifPresent(Lease::close);
    }
}
