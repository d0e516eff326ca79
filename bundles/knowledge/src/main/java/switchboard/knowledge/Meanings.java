package switchboard.knowledge;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.knowledge.TextEmbedder;
import switchboard.api.model.Lease;
import switchboard.api.model.Models;
import switchboard.api.model.Succession;

/**
 * Asks embedders for the meaning of texts, each time on a thread of its own: one that hangs is left, and whoever asked goes on
 * without. Vectors of two embedders do not compare, so it is always said whose is wanted. Thread-safe.
 */
final class Meanings {

    private static final Logger log = LoggerFactory.getLogger(Meanings.class);
    /** Embedders that hang keep their threads; beyond so many nobody is asked. */
    private static final int MOST_AT_ONCE = 32;

    private final Models models;
    private final Semaphore threads = new Semaphore(MOST_AT_ONCE);

    Meanings(Models models) {
        this.models = models;
    }

    /**
     * The vector of a text, of length one.
     *
     * @param owner    whose embedder, as {@link Lease#owner}
     * @param patience how long it may take
     * @return empty if that embedder is gone, fails, or hangs, which is reported
     */
    Optional<float[]> of(String text, String owner, Duration patience) {
        Optional<Lease<TextEmbedder>> lease = lease(owner);
        if (lease.isEmpty() || !threads.tryAcquire()) {
            lease.ifPresent(Lease::close);
            return Optional.empty();
        }
        FutureTask<float[]> asked = new FutureTask<>(() -> embed(lease.get(), text));
        Thread thread = new Thread(asked, "embedder-asked");
        thread.setDaemon(true);
        thread.start();
        try {
            return Optional.of(asked.get(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            lease.get().failed(new TimeoutException("has not answered within %d ms".formatted(patience.toMillis())));
            log.warn("owner={} hangs; it is not waited for", owner);
        } catch (ExecutionException e) {
            log.warn("owner={} failed", owner, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
        return Optional.empty();
    }

    /** The lease is given back when the model has returned, also when nobody waits any more. */
    private float[] embed(Lease<TextEmbedder> lease, String text) {
        try (lease) {
            return embedOrReport(lease, text);
        } finally {
            threads.release();
        }
    }

    private static float[] embedOrReport(Lease<TextEmbedder> lease, String text) {
        try {
            float[] vector = lease.model().embed(text);
            if (vector.length != lease.model().dimensions()) {
                throw new IllegalStateException("expected %d numbers, got %d".formatted(lease.model().dimensions(), vector.length));
            }
            return vector;
        } catch (RuntimeException | Error e) { // whatever a foreign model may throw
            if (!Thread.currentThread().isInterrupted()) {
                lease.failed(e);
            }
            throw e;
        }
    }

    private Optional<Lease<TextEmbedder>> lease(String owner) {
        Optional<Lease<TextEmbedder>> lease = new Succession<>(models, TextEmbedder.class, "", List.of("")).next(other -> !other.equals(owner));
        if (lease.isPresent() && !lease.get().owner().equals(owner)) {
            lease.get().close();
            return Optional.empty();
        }
        return lease;
    }
}
