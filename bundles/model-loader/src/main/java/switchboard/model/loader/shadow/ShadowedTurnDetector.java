package switchboard.model.loader.shadow;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.audio.Resampler;
import switchboard.api.model.Lease;
import switchboard.api.turn.Pause;
import switchboard.api.turn.TurnDetector;

/** Answers as the serving detector does; afterwards a shadow is asked the same. Thread-safe. */
final class ShadowedTurnDetector implements TurnDetector {

    private static final Logger log = LoggerFactory.getLogger(ShadowedTurnDetector.class);

    private final TurnDetector serving;
    private final Supplier<Optional<Lease<TurnDetector>>> shadow;
    private final Executor executor;
    private final Tally tally;

    /** @param executor rejects what it cannot take at once */
    ShadowedTurnDetector(TurnDetector serving, Supplier<Optional<Lease<TurnDetector>>> shadow, Executor executor, Tally tally) {
        this.serving = serving;
        this.shadow = shadow;
        this.executor = executor;
        this.tally = tally;
    }

    @Override
    public int sampleRateHz() {
        return serving.sampleRateHz();
    }

    @Override
    public float threshold() {
        return serving.threshold();
    }

    @Override
    public boolean judgesWords() {
        return serving.judgesWords();
    }

    @Override
    public float endOfTurn(Pause pause) {
        long begun = System.nanoTime();
        float probability = serving.endOfTurn(pause);
        long took = System.nanoTime() - begun;
        boolean over = probability >= serving.threshold();
        try {
            executor.execute(() -> compare(pause, over, took));
        } catch (RejectedExecutionException e) {
            tally.dropped();
        }
        return probability;
    }

    private void compare(Pause pause, boolean over, long servingTook) {
        Optional<Lease<TurnDetector>> found = shadow.get();
        if (found.isEmpty()) {
            return;
        }
        try (Lease<TurnDetector> lease = found.get()) {
            TurnDetector model = lease.model();
            Pause heard = new Pause(Resampler.resample(pause.turn(), model.sampleRateHz()), pause.transcript(), pause.silence());
            long begun = System.nanoTime();
            boolean same = model.endOfTurn(heard) >= model.threshold() == over;
            tally.compared(same, servingTook, System.nanoTime() - begun);
        } catch (RuntimeException e) {
            tally.failed();
            log.debug("a shadow failed", e);
        }
    }
}
