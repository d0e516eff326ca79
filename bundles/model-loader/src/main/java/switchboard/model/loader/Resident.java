package switchboard.model.loader;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.Filter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelDescription;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.ModelStatus.State;

/**
 * The life of one model: loading, on trial perhaps, warm, gone; or failed.
 *
 * <p>Thread-safe: all state is guarded by this object's monitor. Foreign code (the load, the model's own close, the
 * service registry) runs outside of it, so that a consumer that reacts to a service event can never deadlock with us.
 */
final class Resident<S> implements CountedLease.Lender {

    private static final Logger log = LoggerFactory.getLogger(Resident.class);
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(10);

    private sealed interface Life<S> {}
    private record Loading<S>() implements Life<S> {}
    private record Warm<S>(S model) implements Life<S> {}
    /** Warm, but for nobody except who tries it. */
    private record OnTrial<S>(S model) implements Life<S> {}
    private record Failed<S>(String reason) implements Life<S> {}
    private record Gone<S>() implements Life<S> {}

    private final ModelDescription<S> description;
    private final Origin origin;
    private final Reliability reliability = new Reliability();
    private final OpenLeases leases = new OpenLeases();
    private final Function<Registration.Of<S>, Registration> publisher;

    private final Duration drainLimit;
    private Life<S> life = new Loading<>();
    private Optional<Registration> registration = Optional.empty();
    private Optional<Thread> loading = Optional.empty();
    private Optional<Thread> publishing = Optional.empty();
    private boolean heldBack;

    Resident(ModelDescription<S> description, Origin origin, Function<Registration.Of<S>, Registration> publisher) {
        this(description, origin, publisher, DRAIN_LIMIT);
    }

    Resident(ModelDescription<S> description, Origin origin, Function<Registration.Of<S>, Registration> publisher, Duration drainLimit) {
        this.drainLimit = drainLimit;
        this.description = description;
        this.origin = origin;
        this.publisher = publisher;
    }

    ModelDescription<S> description() {
        return description;
    }

    String owner() {
        return origin.owner();
    }

    /** Simple name of the contract. */
    String kind() {
        return description.kind().getSimpleName();
    }

    boolean belongsTo(Bundle bundle) {
        return origin.bundle() == bundle.getBundleId();
    }

    Preference preference() {
        return new Preference(reliability.isPoor(), description.ranking(), Preference.version(description.version()),
                origin.version(), origin.arrival());
    }

    /** Puts the model on trial, before it loads. */
    synchronized void holdBack() {
        heldBack = true;
    }

    synchronized boolean heldBack() {
        return heldBack;
    }

    /** Ends the trial: from now on, or from when it is warm, the model serves everybody. */
    void release() {
        S model;
        synchronized (this) {
            heldBack = false;
            if (!(life instanceof OnTrial<S> tried)) {
                return;
            }
            model = tried.model();
            life = new Warm<>(model);
        }
        publish(model);
    }

    boolean matches(Filter filter) {
        return filter.match(ModelHome.properties(description));
    }

    /** Loads, and publishes unless it is on trial; returns how long the load took. Runs on a thread of its own. */
    Duration load(Callable<? extends S> loader) {
        long start = System.nanoTime();
        try {
            settle(interruptible(loader));
        } catch (Throwable e) { // whatever a foreign load throws, nobody waits for it in vain
            fail(e);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** A lease, if the model is warm and not on trial. */
    synchronized <K> Optional<Lease<K>> lease(Class<K> kind) {
        return life instanceof Warm<S> warm ? Optional.of(lend(kind.cast(warm.model()))) : Optional.empty();
    }

    /** A lease for who tries the model, if it is warm and on trial. */
    synchronized Optional<Lease<S>> tryOut() {
        return life instanceof OnTrial<S> tried ? Optional.of(lend(tried.model())) : Optional.empty();
    }

    /** Withdraws the service, waits for the leases, frees the model. */
    void retire() {
        Life<S> before = end();
        Optional<Registration> published = takeRegistration();
        published.ifPresent(Registration::withdraw);
        if (before instanceof Warm<S> warm) {
            drainAndFree(warm.model());
        } else if (before instanceof OnTrial<S> tried) {
            drainAndFree(tried.model());
        }
    }

    /** Uses that have not ended. */
    int openLeases() {
        return leases.count();
    }

    synchronized ModelStatus status() {
        State state = life instanceof Warm || life instanceof OnTrial ? State.WARM
                : life instanceof Failed ? State.FAILED
                : life instanceof Loading ? State.LOADING : State.RETIRING;
        String detail = life instanceof Failed<S> failed ? failed.reason() : reliability.complaint();
        return new ModelStatus(description.label(), kind(), owner(), state, detail);
    }

    /** Runs the load so that {@link #retire} can interrupt it, and nothing after it. */
    private S interruptible(Callable<? extends S> loader) throws Exception {
        synchronized (this) {
            if (!(life instanceof Loading)) {
                throw new IllegalStateException("retired before it began to load");
            }
            loading = Optional.of(Thread.currentThread());
        }
        try {
            S model = loader.call();
            if (!description.kind().isInstance(model)) { // the compiler's promise, which foreign code need not keep
                throw new IllegalStateException("its load gave %s instead of a %s".formatted(model == null ? "null" : model.getClass().getName(), kind()));
            }
            return model;
        } finally {
            synchronized (this) {
                loading = Optional.empty();
                Thread.interrupted();
            }
        }
    }

    private void settle(S model) {
        Life<S> settled = warmed(model);
        if (settled instanceof Warm) {
            publish(model);
        } else if (settled instanceof Gone) {
            free(model);
        }
    }

    private synchronized Life<S> warmed(S model) {
        if (life instanceof Loading) {
            life = heldBack ? new OnTrial<>(model) : new Warm<>(model);
        }
        return life;
    }

    private void publish(S model) {
        synchronized (this) {
            if (!(life instanceof Warm)) {
                return;
            }
            publishing = Optional.of(Thread.currentThread());
        }
        try {
            Registration published = publisher.apply(new Registration.Of<>(model));
            if (!keeps(published)) {
                published.withdraw();
            }
        } finally {
            endPublishing();
        }
    }

    /** False when the model was retired while it was registered. */
    private synchronized boolean keeps(Registration published) {
        if (life instanceof Gone) {
            return false;
        }
        registration = Optional.of(published);
        return true;
    }

    private synchronized void endPublishing() {
        publishing = Optional.empty();
        notifyAll();
    }

    private void fail(Throwable cause) {
        synchronized (this) {
            if (!(life instanceof Loading)) {
                log.debug("model={} event=load-abandoned", description.label(), cause);
                return;
            }
            life = new Failed<>(cause.getMessage() == null || cause instanceof Error ? cause.toString() : cause.getMessage());
        }
        if (heldBack()) {
            log.info("model={} event=failed-on-trial", description.label(), cause);
        } else {
            log.error("model={} event=failed reason={}", description.label(), cause.toString(), cause);
        }
    }

    /** Nobody wants the model any more; a load that hangs gets the chance to notice. */
    private synchronized Life<S> end() {
        Life<S> before = life;
        life = new Gone<>();
        loading.ifPresent(Thread::interrupt);
        return before;
    }

    /** What is registered, after a registration that another thread has begun: else it would outlive the model. */
    private synchronized Optional<Registration> takeRegistration() {
        long end = System.nanoTime() + drainLimit.toNanos();
        try {
            while (publishing.filter(thread -> thread != Thread.currentThread()).isPresent() && System.nanoTime() < end) {
                wait(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Optional<Registration> taken = registration;
        registration = Optional.empty();
        return taken;
    }

    private <K> Lease<K> lend(K model) {
        leases.lent();
        return new CountedLease<>(model, owner(), this);
    }

    @Override
    public void failed(Throwable cause) {
        if (reliability.failed(cause)) {
            log.warn("model={} owner={} event=demoted {}", description.label(), owner(), reliability.complaint());
        }
    }

    @Override
    public void returned(boolean well) {
        if (well) {
            reliability.succeeded();
        }
        leases.returned();
    }

    private void drainAndFree(S model) {
        if (!leases.drained(drainLimit)) {
            log.warn("model={} event=retired leases still open after {} s", description.label(), drainLimit.toMillis() / 1000.0);
        }
        free(model);
    }

    private void free(S model) {
        if (model instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                log.warn("model={} event=close-failed", description.label(), e);
            }
        }
    }
}
