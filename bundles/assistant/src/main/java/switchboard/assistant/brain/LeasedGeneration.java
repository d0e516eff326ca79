package switchboard.assistant.brain;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
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
import switchboard.assistant.tool.Alarm;

/**
 * A generation that holds the lease on its model until it ends, and starts anew on another model if the first fails, or is
 * silent for {@link #PATIENCE}, before it has said anything. Thread-safe.
 */
final class LeasedGeneration implements OwnedGeneration {

    private static final Logger log = LoggerFactory.getLogger(LeasedGeneration.class);

    /** The caller has been asked for a moment by then, and is told three seconds later that there is no answer. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final ChatRequest request;
    private final Consumer<GenerationEvent> listener;
    private final Care care;

    private Optional<Lease<LanguageModel>> lease = Optional.empty();
    private Optional<Generation> running = Optional.empty();
    private boolean spoke;
    private boolean over;
    private Runnable unsetAlarm = () -> { };

    private LeasedGeneration(ChatRequest request, Consumer<GenerationEvent> listener, Care care) {
        this.request = request;
        this.listener = listener;
        this.care = care;
    }

    /**
     * What is done about failures.
     *
     * @param fallback another model than the first, if one is warm
     * @param verdict  takes the owner of each model that has ended or was left, and how it did
     * @param guard    what stands between a model and the listener
     * @param threads  take a model's owner, and what asks it, which may hang
     * @param alarm    rings where another model may be asked
     */
    record Care(Supplier<Optional<Lease<LanguageModel>>> fallback, BiConsumer<String, Verdict> verdict,
            BiFunction<LanguageModel, Consumer<GenerationEvent>, Consumer<GenerationEvent>> guard, BiConsumer<String, Runnable> threads, Alarm alarm) {}

    /** How a model did; one that was silent has cost the caller {@link #PATIENCE}. */
    enum Verdict { WELL, FAILED, SILENT }

    static OwnedGeneration start(Lease<LanguageModel> lease, ChatRequest request, Consumer<GenerationEvent> listener, Care care) {
        LeasedGeneration generation = new LeasedGeneration(request, listener, care);
        generation.run(lease, true);
        return generation;
    }

    private void run(Lease<LanguageModel> with, boolean mayFallBack) {
        synchronized (this) {
            lease = Optional.of(with);
        }
        if (mayFallBack) {
            setAlarm(care.alarm().after(PATIENCE, () -> silent(with)));
        }
        care.threads().accept(with.owner(), () -> ask(with, mayFallBack));
    }

    private void ask(Lease<LanguageModel> with, boolean mayFallBack) {
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

    private synchronized void setAlarm(Runnable unset) {
        unsetAlarm = unset;
    }

    /** It has said nothing for a while: if another can be asked, that one is. */
    private void silent(Lease<LanguageModel> from) {
        if (!isAwaited(from)) {
            return;
        }
        Optional<Lease<LanguageModel>> other = care.fallback().get();
        Optional<Generation> left;
        synchronized (this) {
            if (other.isEmpty() || !isAwaited(from)) {
                other.ifPresent(Lease::close);
                return;
            }
            lease = other;
            left = running;
            running = Optional.empty();
        }
        log.warn("model={} event=silent for {} s; {} answers", from.owner(), PATIENCE.toSeconds(), other.get().owner());
        care.verdict().accept(from.owner(), Verdict.SILENT);
        left.ifPresentOrElse(generation -> {
            generation.close();
            from.close();
        }, () -> from.failed(new TimeoutException("generate() has not returned"))); // the lease is given back when it does
        run(other.get(), false);
    }

    private synchronized boolean isAwaited(Lease<LanguageModel> model) {
        return !over && !spoke && lease.filter(current -> current == model).isPresent();
    }

    private Generation started(Lease<LanguageModel> with, boolean mayFallBack) {
        try {
            Consumer<GenerationEvent> guarded = care.guard().apply(with.model(), event -> accept(event, with, mayFallBack));
            return Objects.requireNonNull(with.model().generate(request, new BoundedAnswer(guarded, () -> endless(with))), "no generation");
        } catch (RuntimeException | Error e) { // whatever a foreign model may throw
            with.failed(e);
            log.error("model={} event=failed", with.owner(), e);
            accept(new GenerationEvent.Failed("the language model failed: " + e.getClass().getSimpleName()), with, mayFallBack);
            return () -> {};
        }
    }

    private void endless(Lease<LanguageModel> from) {
        from.failed(new IllegalStateException("an answer without an end"));
        log.warn("model={} event=endless: its answer is ended", from.owner());
        Optional<Generation> left;
        synchronized (this) {
            left = running.filter(generation -> lease.filter(current -> current == from).isPresent());
        }
        left.ifPresent(Generation::close);
    }

    private void accept(GenerationEvent given, Lease<LanguageModel> from, boolean mayFallBack) {
        boolean last = given instanceof GenerationEvent.Ended || given instanceof GenerationEvent.Failed;
        GenerationEvent event;
        boolean handOver;
        synchronized (this) {
            if (over || lease.filter(current -> current == from).isEmpty()) {
                return;
            }
            event = given instanceof GenerationEvent.Ended && !spoke ? new GenerationEvent.Failed("the language model ended without a word") : given;
            spoke |= !last;
            unsetAlarm.run();
            handOver = event instanceof GenerationEvent.Failed && mayFallBack && !spoke;
            over = last && !handOver;
        }
        if (last) {
            care.verdict().accept(from.owner(), event instanceof GenerationEvent.Ended ? Verdict.WELL : Verdict.FAILED);
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
    public synchronized Optional<String> owner() {
        return lease.map(Lease::owner);
    }

    @Override
    public void close() {
        Optional<Generation> cancelled;
        Optional<Lease<LanguageModel>> held;
        synchronized (this) {
            over = true;
            unsetAlarm.run();
            cancelled = running;
            held = lease;
            running = Optional.empty();
        }
        cancelled.ifPresent(Generation::close);
        held.ifPresent(Lease::close);
    }
}
