package switchboard.conversation.vad;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.audio.AudioClip;
import switchboard.api.call.MediaListener;
import switchboard.api.company.Company.Endpointing;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelThreads;
import switchboard.api.vad.VoiceActivityDetector;
import switchboard.conversation.echo.Echo;
import switchboard.conversation.turn.Event;
import switchboard.conversation.vad.SpeechSegmenter.Presence;

/**
 * Hears one caller: windows for the detector, beginnings and pauses of speech, the audio of the turn. Confined to one
 * call's thread.
 *
 * <p>The detector is leased from one turn to the next, looked for again every second while the caller is silent, and as soon
 * as it has failed, hangs or has been retired. One that hangs, in whatever call, is not asked until it has come back.
 */
public final class Hearing implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Hearing.class);

    private static final int PRE_ROLL_MS = 300;
    private static final int FRAMES_BETWEEN_LOOKS = 100;

    private final Supplier<Optional<Lease<VoiceActivityDetector>>> detectors;
    private final ModelThreads threads;
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
     * @param threads   on which detectors work, the same for all calls
     * @param echo      knows what is played
     * @param listener  told within {@link #accept}
     */
    public Hearing(Endpointing settings, Supplier<Optional<Lease<VoiceActivityDetector>>> detectors, ModelThreads threads, Echo echo,
            Consumer<Event> listener) {
        this.echo = echo;
        this.detectors = detectors;
        this.threads = threads;
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
        if (turnIsOver) {
            turnIsOver = false;
            close();
        } else if (segmenter.presence() == Presence.NOBODY && ++frames % FRAMES_BETWEEN_LOOKS == 0) {
            lookForABetterOne();
        }
        attend().ifPresent(listening -> listen(listening, heard));
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
        Optional<Lease<VoiceActivityDetector>> best = best();
        if (best.isPresent() && attention != null && !attention.lease().owner().equals(best.get().owner())) {
            close();
            attention = attention(best.get());
        } else {
            best.ifPresent(Lease::close);
        }
    }

    private Optional<Attention> attend() {
        if (attention == null) {
            Optional<Lease<VoiceActivityDetector>> lease = best();
            if (lease.isEmpty() && !deaf) {
                log.warn("no VoiceActivityDetector is warm and answers: the call hears nothing until one does");
            }
            deaf = lease.isEmpty();
            attention = lease.map(this::attention).orElse(null);
        }
        return Optional.ofNullable(attention);
    }

    /** The best that answers: one that hangs is lent where there is no other, and would hold up every frame. */
    private Optional<Lease<VoiceActivityDetector>> best() {
        Optional<Lease<VoiceActivityDetector>> best = detectors.get();
        if (best.isPresent() && threads.hangs(best.get().owner())) {
            best.get().close();
            return Optional.empty();
        }
        return best;
    }

    private Attention attention(Lease<VoiceActivityDetector> lease) {
        return new Attention(lease, threads, this::judged);
    }

    private void listen(Attention listening, float[] heard) {
        try {
            listening.accept(heard);
        } catch (Attention.DetectorFailed e) {
            distrust(listening.lease(), e.getCause());
        }
    }

    /** The next frame leases again; one that fails often comes last then. */
    private void distrust(Lease<VoiceActivityDetector> lease, Throwable cause) {
        if (lease.owner().equals(distrusted)) { // there is no other: it would be told with every frame
            log.debug("owner={} failed again", lease.owner(), cause);
        } else {
            log.warn("kind=VoiceActivityDetector owner={} failed or has been retired", lease.owner(), cause);
        }
        distrusted = lease.owner();
        lease.failed(cause);
        close();
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
}
