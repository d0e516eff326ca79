package switchboard.model.loader;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.osgi.framework.Filter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelDescription;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.ModelStatus.State;

/**
 * The life of one model: loading, warm, retiring, gone; or failed.
 *
 * <p>Thread-safe: all state is guarded by this object's monitor. Foreign code (the load, the model's own close, the
 * service registry) runs outside of it, so that a consumer that reacts to a service event can never deadlock with us.
 */
final class Resident<S> {

    private static final Logger log = LoggerFactory.getLogger(Resident.class);
    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(10);

    private sealed interface Life<S> {}
    private record Loading<S>() implements Life<S> {}
    private record Warm<S>(S model) implements Life<S> {}
    private record Failed<S>(String reason) implements Life<S> {}
    private record Gone<S>() implements Life<S> {}

    private final ModelDescription<S> description;
    private final String owner;
    private final Function<Registration.Of<S>, Registration> publisher;

    private Life<S> life = new Loading<>();
    private Optional<Registration> registration = Optional.empty();
    private int leases;

    Resident(ModelDescription<S> description, String owner, Function<Registration.Of<S>, Registration> publisher) {
        this.description = description;
        this.owner = owner;
        this.publisher = publisher;
    }

    ModelDescription<S> description() {
        return description;
    }

    String owner() {
        return owner;
    }

    boolean matches(Filter filter) {
        return filter.match(ModelHome.properties(description));
    }

    /** Loads and publishes; returns how long the load took. Runs on a thread of its own. */
    Duration load(Callable<? extends S> loader) {
        long start = System.nanoTime();
        try {
            S model = loader.call();
            if (settle(model)) {
                publish(model);
            } else {
                free(model);
            }
        } catch (Exception | LinkageError e) {
            fail(e);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** A lease, if the model is warm. */
    synchronized <K> Optional<Lease<K>> lease(Class<K> kind) {
        if (!(life instanceof Warm<S> warm)) {
            return Optional.empty();
        }
        leases++;
        return Optional.of(new CountedLease<>(kind.cast(warm.model()), owner, this::returned));
    }

    /** Withdraws the service, waits for the leases, frees the model. */
    void retire() {
        Life<S> before = end();
        Optional<Registration> published = takeRegistration();
        published.ifPresent(Registration::withdraw);
        if (before instanceof Warm<S> warm) {
            if (!drained()) {
                log.warn("model={} event=retired leases still open after {} s", description.label(), DRAIN_LIMIT.toSeconds());
            }
            free(warm.model());
        }
    }

    synchronized ModelStatus status() {
        State state = life instanceof Warm ? State.WARM
                : life instanceof Failed ? State.FAILED
                : life instanceof Loading ? State.LOADING : State.RETIRING;
        String detail = life instanceof Failed<S> failed ? failed.reason() : "";
        return new ModelStatus(description.label(), description.kind().getSimpleName(), owner, state, detail);
    }

    private synchronized boolean settle(S model) {
        if (life instanceof Gone) {
            return false;
        }
        life = new Warm<>(model);
        return true;
    }

    private void publish(S model) {
        Registration published = publisher.apply(new Registration.Of<>(model));
        synchronized (this) {
            if (life instanceof Warm) {
                registration = Optional.of(published);
                return;
            }
        }
        published.withdraw();
    }

    private void fail(Throwable cause) {
        log.error("model={} event=failed reason={}", description.label(), cause.toString(), cause);
        synchronized (this) {
            if (life instanceof Loading) {
                life = new Failed<>(cause.getMessage() == null ? cause.toString() : cause.getMessage());
            }
        }
    }

    private synchronized Life<S> end() {
        Life<S> before = life;
        life = new Gone<>();
        return before;
    }

    private synchronized Optional<Registration> takeRegistration() {
        Optional<Registration> taken = registration;
        registration = Optional.empty();
        return taken;
    }

    private synchronized void returned() {
        leases--;
        notifyAll();
    }

    private synchronized boolean drained() {
        long deadline = System.nanoTime() + DRAIN_LIMIT.toNanos();
        try {
            for (long left; leases > 0 && (left = deadline - System.nanoTime()) > 0; ) {
                wait(Math.max(1, left / 1_000_000));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return leases == 0;
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
