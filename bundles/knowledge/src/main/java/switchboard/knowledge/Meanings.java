package switchboard.knowledge;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.knowledge.TextEmbedder;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelThreads;
import switchboard.api.model.Models;
import switchboard.api.model.Succession;

/**
 * Asks embedders for the meaning of texts: one that hangs is left, and whoever asked goes on without. Vectors of two embedders
 * do not compare, so it is always said whose is wanted. Thread-safe.
 */
final class Meanings {

    private static final Logger log = LoggerFactory.getLogger(Meanings.class);

    private final Models models;
    private final ModelThreads threads = new ModelThreads();

    Meanings(Models models) {
        this.models = models;
    }

    /**
     * The vector of a text, of length one.
     *
     * @param owner    whose embedder, as {@link Lease#owner}
     * @param patience how long it may take
     * @return empty if that embedder is gone, fails, or hangs, which is reported; or has hung before, and not come back
     */
    Optional<float[]> of(String text, String owner, Duration patience) {
        return threads.hangs(owner) ? Optional.empty() : lease(owner).flatMap(lease -> ask(lease, text, patience));
    }

    private Optional<float[]> ask(Lease<TextEmbedder> lease, String text, Duration patience) {
        try {
            return Optional.of(threads.ask(lease.owner(), patience, () -> true, () -> embed(lease, text)));
        } catch (TimeoutException e) {
            lease.failed(e);
            log.warn("owner={} hangs; it is not waited for", lease.owner());
        } catch (ExecutionException e) {
            if (!Thread.currentThread().isInterrupted()) {
                log.warn("owner={} failed", lease.owner(), e.getCause());
            }
        } catch (RejectedExecutionException e) {
            lease.close();
        }
        return Optional.empty();
    }

    /** The lease is given back when the model has returned, also when nobody waits any more. */
    private static float[] embed(Lease<TextEmbedder> lease, String text) {
        try (lease) {
            return embedOrReport(lease, text);
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
