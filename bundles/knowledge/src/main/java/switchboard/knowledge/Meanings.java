package switchboard.knowledge;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
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
    /** Of a vector's length; numbers of 16 bits come nearer. */
    private static final double MOST_FROM_ONE = 0.02;

    private final Models models;
    private final ModelThreads threads = new ModelThreads();

    Meanings(Models models) {
        this.models = models;
    }

    /**
     * The vector of a text, of length one.
     *
     * @param embedder who is asked, and nobody else
     * @param patience how long it may take
     * @return empty if that embedder is gone, fails, or hangs, which is reported; or has hung before, and not come back
     */
    Optional<float[]> of(String text, Embedder embedder, Duration patience) {
        return of(model -> model.embed(text), embedder, patience);
    }

    /** The same of a question that is to be held against texts. */
    Optional<float[]> ofQuestion(String question, Embedder embedder, Duration patience) {
        return of(model -> model.embedQuestion(question), embedder, patience);
    }

    private Optional<float[]> of(Function<TextEmbedder, float[]> reading, Embedder embedder, Duration patience) {
        return threads.hangs(embedder.owner()) ? Optional.empty() : lease(embedder).flatMap(lease -> ask(lease, reading, embedder.dimensions(), patience));
    }

    private Optional<float[]> ask(Lease<TextEmbedder> lease, Function<TextEmbedder, float[]> reading, int dimensions, Duration patience) {
        try {
            return Optional.of(threads.ask(lease.owner(), patience, () -> true, () -> embed(lease, reading, dimensions)));
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
    private static float[] embed(Lease<TextEmbedder> lease, Function<TextEmbedder, float[]> reading, int dimensions) {
        try (lease) {
            return embedOrReport(lease, reading, dimensions);
        }
    }

    private static float[] embedOrReport(Lease<TextEmbedder> lease, Function<TextEmbedder, float[]> reading, int dimensions) {
        try {
            float[] vector = reading.apply(lease.model());
            if (vector.length != dimensions) {
                throw new IllegalStateException("expected %d numbers, got %d".formatted(dimensions, vector.length));
            }
            requireLengthOne(vector);
            return vector;
        } catch (RuntimeException | Error e) { // whatever a foreign model may throw
            if (!Thread.currentThread().isInterrupted()) {
                lease.failed(e);
            }
            throw e;
        }
    }

    /** What is not a number, or not of length one, would come before or after everything else. */
    private static void requireLengthOne(float[] vector) {
        double squares = 0;
        for (float number : vector) {
            squares += (double) number * number;
        }
        if (!(Math.abs(Math.sqrt(squares) - 1) < MOST_FROM_ONE)) { // NaN is not less
            throw new IllegalStateException("expected a vector of length one, got one of " + Math.sqrt(squares));
        }
    }

    private Optional<Lease<TextEmbedder>> lease(Embedder embedder) {
        Optional<Lease<TextEmbedder>> lease = new Succession<>(models, TextEmbedder.class, "", List.of("")).next(other -> !other.equals(embedder.owner()));
        if (lease.isPresent() && !embedder.isLent(lease.get())) {
            lease.get().close();
            return Optional.empty();
        }
        return lease;
    }
}
