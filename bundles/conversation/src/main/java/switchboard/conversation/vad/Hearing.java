package switchboard.conversation.vad;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.audio.AudioClip;
import switchboard.api.audio.Resampler;
import switchboard.api.call.MediaListener;
import switchboard.api.company.Company.Endpointing;
import switchboard.api.model.Lease;
import switchboard.api.vad.VoiceActivityDetector;
import switchboard.conversation.echo.Echo;
import switchboard.conversation.turn.Event;
import switchboard.conversation.vad.SpeechSegmenter.Presence;

/**
 * Hears one caller: windows for the detector, beginnings and pauses of speech, the audio of the turn. Confined to one
 * call's thread.
 *
 * <p>The detector is leased from one turn to the next, looked for again every second while the caller is silent, and as soon
 * as it has failed or has been retired.
 */
public final class Hearing implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Hearing.class);

    private static final int PRE_ROLL_MS = 300;
    private static final int FRAMES_BETWEEN_LOOKS = 100;

    private final Supplier<Optional<Lease<VoiceActivityDetector>>> detectors;
    private final Consumer<Event> listener;
    private final SpeechSegmenter segmenter;
    private final TurnAudio audio;
    private @Nullable Attention attention;
    private final Loudness loudness = new Loudness();
    private final Onset onset = new Onset();
    private final Echo echo;
    /** The owner of the detector that failed last; empty if none did. */
    private String distrusted = "";
    private boolean deaf;
    private boolean turnIsOver;
    private int frames;

    /**
     * @param detectors leases the best detector there is
     * @param echo      knows what is played
     * @param listener  told within {@link #accept}
     */
    public Hearing(Endpointing settings, Supplier<Optional<Lease<VoiceActivityDetector>>> detectors, Echo echo, Consumer<Event> listener) {
        this.echo = echo;
        this.detectors = detectors;
        this.listener = listener;
        this.segmenter = new SpeechSegmenter(settings.vadStart());
        this.audio = new TurnAudio(MediaListener.HEARD_HZ, PRE_ROLL_MS + (int) settings.vadStart().toMillis());
    }

    /**
     * Takes the next frame, at {@link MediaListener#HEARD_HZ}.
     *
     * @param playedThen        frames that had been played when it came
     * @param speechCountsAfter how long speech lasts before it begins a turn
     * @param wary              whether to tell of the beginning of any sound at once
     */
    public void accept(AudioClip frame, long playedThen, Duration speechCountsAfter, boolean wary) {
        segmenter.speechCountsAfter(speechCountsAfter);
        audio.preRollMs(PRE_ROLL_MS + (int) speechCountsAfter.toMillis());
        Echo.Verdict verdict = echo.judge(frame.samples(), playedThen);
        boolean foreign = verdict == Echo.Verdict.NONE;
        float[] heard = foreign ? frame.samples() : new float[frame.samples().length];
        audio.append(verdict == Echo.Verdict.ECHO ? heard : frame.samples());
        try {
            if (turnIsOver) {
                turnIsOver = false;
                close();
            } else if (segmenter.presence() == Presence.NOBODY && ++frames % FRAMES_BETWEEN_LOOKS == 0) {
                lookForABetterOne();
            }
            attend().ifPresent(listening -> listening.accept(heard));
        } catch (DetectorFailed e) {
            distrust(e);
        }
        segmenter.frame(!foreign || loudness.isQuiet(heard), frame.duration()).ifPresent(this::tell);
        Presence presence = segmenter.presence();
        if (!wary || !foreign || presence == Presence.TURN) {
            onset.over();
        } else if (onset.frame(loudness, presence == Presence.DOUBTFUL, frame.duration())) {
            tell(new Event.SpeechSuspected());
        }
    }

    /** The caller's own device has noticed the beginning of a sound, which is not here yet. */
    public void warned() {
        if (segmenter.presence() != Presence.TURN && onset.warned()) {
            tell(new Event.SpeechSuspected());
        }
    }

    /** The turn up to now, at {@link MediaListener#HEARD_HZ}. */
    public AudioClip turn() {
        return audio.clip();
    }

    /** When the caller made the last sound, on the clock of {@link System#nanoTime()}; meaningful in a pause. */
    public long lastSoundNs() {
        return System.nanoTime() - segmenter.silence().toNanos();
    }

    /** Forgets the turn; what is said from now on belongs to another. */
    public void drop() {
        audio.drop();
        segmenter.reset();
        turnIsOver = true; // the detector is not closed here: this may be called from within it
    }

    @Override
    public void close() {
        if (attention != null) {
            attention.close();
            attention = null;
        }
    }

    private void lookForABetterOne() {
        Optional<Lease<VoiceActivityDetector>> best = detectors.get();
        if (best.isPresent() && attention != null && !attention.lease.owner().equals(best.get().owner())) {
            close();
            attention = new Attention(best.get());
        } else {
            best.ifPresent(Lease::close);
        }
    }

    private Optional<Attention> attend() {
        if (attention == null) {
            Optional<Lease<VoiceActivityDetector>> lease = detectors.get();
            if (lease.isEmpty() && !deaf) {
                log.warn("no VoiceActivityDetector is warm: the call hears nothing until one comes");
            }
            deaf = lease.isEmpty();
            attention = lease.map(Attention::new).orElse(null);
        }
        return Optional.ofNullable(attention);
    }

    /** The next frame leases again; one that fails often comes last then. */
    private void distrust(DetectorFailed failure) {
        String owner = failure.lease.owner();
        if (owner.equals(distrusted)) { // there is no other: it would be told with every frame
            log.debug("owner={} failed again", owner, failure.getCause());
        } else {
            log.warn("kind=VoiceActivityDetector owner={} failed or has been retired", owner, failure.getCause());
        }
        distrusted = owner;
        failure.lease.failed(failure.getCause());
        close();
        failure.lease.close();
    }

    private void judged(float probability, float threshold, Duration window) {
        segmenter.window(probability, threshold, window).ifPresent(this::tell);
    }

    private void tell(Event event) {
        if (event instanceof Event.SpeechStarted) {
            audio.begin();
        }
        listener.accept(event);
    }

    /** What a detector threw; anything else that is thrown is our own fault. */
    private static final class DetectorFailed extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient Lease<VoiceActivityDetector> lease;

        DetectorFailed(Lease<VoiceActivityDetector> lease, Throwable cause) {
            super(cause);
            this.lease = lease;
        }
    }

    /** One lease, and the windows cut for it. */
    private final class Attention implements AutoCloseable {

        private final Lease<VoiceActivityDetector> lease;
        private final VoiceActivityDetector.Stream stream;
        private final Resampler resampler;
        private final float threshold;
        private final Duration windowTime;
        private final float[] window;
        private int filled;

        Attention(Lease<VoiceActivityDetector> lease) {
            this.lease = lease;
            try {
                VoiceActivityDetector detector = lease.model();
                if (detector.windowSamples() < 1) {
                    throw new IllegalStateException("expected a window of samples, got " + detector.windowSamples());
                }
                this.threshold = detector.threshold();
                this.window = new float[detector.windowSamples()];
                this.windowTime = Duration.ofNanos(window.length * 1_000_000_000L / detector.sampleRateHz());
                this.resampler = new Resampler(MediaListener.HEARD_HZ, detector.sampleRateHz());
                this.stream = detector.open();
            } catch (RuntimeException | LinkageError e) {
                throw new DetectorFailed(lease, e);
            }
        }

        void accept(float[] frame) {
            float[] samples = resampler.accept(frame);
            for (int from = 0; from < samples.length; ) {
                int count = Math.min(window.length - filled, samples.length - from);
                System.arraycopy(samples, from, window, filled, count);
                filled += count;
                from += count;
                if (filled == window.length) {
                    filled = 0;
                    judged(probability(), threshold, windowTime);
                }
            }
        }

        private float probability() {
            try {
                float probability = stream.accept(Arrays.copyOf(window, window.length));
                if (Float.isNaN(probability)) {
                    throw new IllegalStateException("expected a probability, got " + probability);
                }
                return probability;
            } catch (RuntimeException | LinkageError e) {
                throw new DetectorFailed(lease, e);
            }
        }

        @Override
        public void close() {
            try (lease) {
                stream.close();
            } catch (RuntimeException | LinkageError e) {
                log.warn("owner={} did not close", lease.owner(), e);
            }
        }
    }
}
