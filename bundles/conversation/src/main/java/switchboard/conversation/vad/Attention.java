package switchboard.conversation.vad;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.audio.Resampler;
import switchboard.api.call.MediaListener;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelThreads;
import switchboard.api.vad.VoiceActivityDetector;

/**
 * One lease of a detector, and the windows cut for it. The detector works on threads of its own, so that one that hangs can be
 * left: whenever it returns, it is closed. Everything else is confined to the call's thread.
 */
final class Attention implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Attention.class);

    /** Many times what a window takes on a busy machine; a second of frames may wait for the call's thread meanwhile. */
    private static final Duration PATIENCE = Duration.ofMillis(600);

    private final Lease<VoiceActivityDetector> lease;
    private final ModelThreads threads;
    private final Judgements judgements;
    private @Nullable Windows windows;
    /** Of the one thread that asks the detector at the time. */
    private VoiceActivityDetector.@Nullable Stream stream;
    private boolean asked;
    private boolean closed;

    /** Told on the call's thread. */
    interface Judgements {

        void judged(float probability, float threshold, Duration window);
    }

    /** What a detector threw, or that it hangs; anything else that is thrown is our own fault. */
    static final class DetectorFailed extends Exception {

        private static final long serialVersionUID = 1;

        DetectorFailed(Throwable cause) {
            super(cause);
        }
    }

    /** @param lease given back when this is closed and the detector has returned */
    Attention(Lease<VoiceActivityDetector> lease, ModelThreads threads, Judgements judgements) {
        this.lease = lease;
        this.threads = threads;
        this.judgements = judgements;
    }

    Lease<VoiceActivityDetector> lease() {
        return lease;
    }

    /** @param frame at {@link MediaListener#HEARD_HZ} */
    void accept(float[] frame) throws DetectorFailed {
        Windows cut = windows;
        if (cut == null) {
            cut = ask(this::open);
            windows = cut;
        }
        float[] samples = cut.resampler.accept(frame);
        for (int from = 0; from < samples.length; ) {
            from += cut.fill(samples, from);
            if (cut.isFull()) {
                float[] window = cut.take();
                judgements.judged(ask(() -> probability(window)), cut.threshold, cut.time);
            }
        }
    }

    /** Closes the detector's stream, now or when the detector returns. Closing twice has no effect. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            if (asked) {
                return;
            }
        }
        try {
            threads.ask(lease.owner(), PATIENCE, () -> true, this::release);
        } catch (TimeoutException e) {
            log.warn("owner={} does not close", lease.owner());
            lease.failed(e);
        } catch (ExecutionException e) {
            log.warn("owner={} did not close", lease.owner(), e.getCause());
        } catch (RejectedExecutionException e) {
            log.warn("owner={} was left open", lease.owner(), e);
            lease.close();
        }
    }

    private <R> R ask(Callable<R> question) throws DetectorFailed {
        asks();
        try {
            return threads.ask(lease.owner(), PATIENCE, () -> true, () -> {
                try {
                    return question.call();
                } finally {
                    answered();
                }
            });
        } catch (ExecutionException e) {
            throw new DetectorFailed(e.getCause());
        } catch (TimeoutException e) {
            throw new DetectorFailed(e);
        } catch (RejectedExecutionException e) {
            answered();
            throw new DetectorFailed(e);
        }
    }

    private synchronized void asks() {
        asked = true;
    }

    /** Whoever is told of the answer may close this at once; who was left closes what nobody else does. */
    private void answered() {
        synchronized (this) {
            asked = false;
            if (!closed) {
                return;
            }
        }
        release();
    }

    private Windows open() {
        VoiceActivityDetector detector = lease.model();
        Windows cut = new Windows(detector);
        stream = detector.open();
        return cut;
    }

    private float probability(float[] window) {
        VoiceActivityDetector.Stream opened = stream;
        if (opened == null) {
            throw new IllegalStateException("expected a stream, got none");
        }
        float probability = opened.accept(window);
        if (!(probability >= 0 && probability <= 1)) { // NaN is neither
            throw new IllegalStateException("expected a probability, got " + probability);
        }
        return probability;
    }

    private @Nullable Void release() {
        VoiceActivityDetector.Stream opened = stream;
        try (lease) {
            if (opened != null) {
                opened.close();
            }
        }
        return null;
    }

    /** Cuts the line into the detector's windows. */
    private static final class Windows {

        private final float threshold;
        private final Duration time;
        private final Resampler resampler;
        private final float[] window;
        private int filled;

        /** @throws RuntimeException if the detector asks for what cannot be heard with */
        Windows(VoiceActivityDetector detector) {
            int rateHz = detector.sampleRateHz();
            int samples = detector.windowSamples();
            threshold = detector.threshold();
            resampler = new Resampler(MediaListener.HEARD_HZ, rateHz);
            if (samples < 1 || samples > rateHz) {
                throw new IllegalStateException("expected a window of at most a second, got %d samples at %d Hz".formatted(samples, rateHz));
            }
            if (!(threshold > 0 && threshold <= 1)) {
                throw new IllegalStateException("expected a threshold above 0, up to 1, got " + threshold);
            }
            time = Duration.ofNanos(samples * 1_000_000_000L / rateHz);
            window = new float[samples];
        }

        /** @return how many samples it took */
        int fill(float[] samples, int from) {
            int count = Math.min(window.length - filled, samples.length - from);
            System.arraycopy(samples, from, window, filled, count);
            filled += count;
            return count;
        }

        boolean isFull() {
            return filled == window.length;
        }

        float[] take() {
            filled = 0;
            return Arrays.copyOf(window, window.length);
        }
    }
}
