package switchboard.llm.receptionist.acts;

import java.time.Duration;
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

/** The vectors of clauses, by the embedder that an {@link ActModel} was fitted to; whoever hangs is left. Thread-safe. */
public final class Meaning {

    private static final Logger log = LoggerFactory.getLogger(Meaning.class);
    /** Some milliseconds are usual; whoever takes longer on a busy machine has not failed. */
    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final String FITTED = "(&(model=" + ActModel.EMBEDDER + ")(version=" + ActModel.EMBEDDER_VERSION + "))";

    private final Models models;
    private final ModelThreads threads = new ModelThreads();

    /** @param models the embedder is leased for each clause */
    public Meaning(Models models) {
        this.models = models;
    }

    /** The vector of a clause; empty if that embedder is not there, fails, hangs, or has hung and not come back. */
    public Optional<float[]> of(String clause) {
        return models.lease(TextEmbedder.class, FITTED).flatMap(lease -> ask(lease, clause));
    }

    private Optional<float[]> ask(Lease<TextEmbedder> lease, String clause) {
        if (threads.hangs(lease.owner())) {
            lease.close();
            return Optional.empty();
        }
        try {
            return Optional.of(threads.ask(lease.owner(), PATIENCE, () -> true, () -> embed(lease, clause)));
        } catch (TimeoutException e) {
            lease.failed(e);
            log.warn("owner={} hangs; clauses are read by rules alone", lease.owner());
        } catch (ExecutionException e) {
            log.warn("owner={} failed; clauses are read by rules alone", lease.owner(), e.getCause());
        } catch (RejectedExecutionException e) {
            lease.close();
        }
        return Optional.empty();
    }

    /** The lease is given back when the model has returned, also when nobody waits any more. */
    private static float[] embed(Lease<TextEmbedder> lease, String clause) {
        try (lease) {
            return embedOrReport(lease, clause);
        }
    }

    /** A lease that was given back reports nothing any more. */
    private static float[] embedOrReport(Lease<TextEmbedder> lease, String clause) {
        try {
            return lease.model().embedQuestion(clause);
        } catch (RuntimeException | Error e) { // whatever a foreign model may throw
            lease.failed(e);
            throw e;
        }
    }
}
