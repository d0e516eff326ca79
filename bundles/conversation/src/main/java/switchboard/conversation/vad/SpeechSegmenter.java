package switchboard.conversation.vad;

import java.time.Duration;
import java.util.Optional;
import switchboard.conversation.turn.Event;

/**
 * From the probability of each window to the beginnings and pauses of speech. Confined to one call's thread.
 *
 * <p>Speech begins after a configured time of it, so that a click interrupts nobody, and pauses at the first {@link #PAUSE}
 * of silence: early, because whoever decides about the pause is told how it goes on. Between two thresholds nothing changes.
 */
final class SpeechSegmenter {

    /** Silero's own distance between the two thresholds. */
    private static final float HYSTERESIS = 0.15f;

    /**
     * One window: Silero goes on hearing speech for some 70 ms after the last sound, so that by then it has been silent for
     * about 100 ms. A finished question sounds finished; what has to be done can begin.
     */
    static final Duration PAUSE = Duration.ofMillis(32);
    /** Within a turn speech goes on sooner than it begins: a draft must go at once. */
    private static final Duration GOES_ON = Duration.ofMillis(64);

    private enum Phase { QUIET, SPEECH, PAUSE }

    private Duration speechCountsAfter;
    private Phase phase = Phase.QUIET;
    private Duration speech = Duration.ZERO;
    private Duration silence = Duration.ZERO;

    /** @param speechCountsAfter how long speech lasts before it begins a turn */
    SpeechSegmenter(Duration speechCountsAfter) {
        this.speechCountsAfter = speechCountsAfter;
    }

    void speechCountsAfter(Duration time) {
        speechCountsAfter = time;
    }

    /**
     * Takes the next window.
     *
     * @param threshold from which the detector calls a window speech
     */
    Optional<Event> accept(float probability, float threshold, Duration window) {
        boolean speaks = probability >= threshold;
        boolean silent = probability < threshold - HYSTERESIS;
        if (phase == Phase.SPEECH) {
            return duringSpeech(speaks, silent, window);
        }
        if (speaks) {
            speech = speech.plus(window);
        } else if (silent) {
            speech = Duration.ZERO;
        }
        if (isClose(speech, phase == Phase.PAUSE ? GOES_ON : speechCountsAfter, window)) {
            phase = Phase.SPEECH;
            silence = Duration.ZERO;
            return Optional.of(new Event.SpeechStarted());
        }
        silence = silence.plus(window);
        return phase == Phase.PAUSE && speech.isZero() ? Optional.of(new Event.SilenceLasted(silence)) : Optional.empty();
    }

    /** Whether there is no turn, and no speech that might become one. */
    boolean isQuiet() {
        return phase == Phase.QUIET && speech.isZero();
    }

    /** Whatever was heard is over; what follows is a new turn. */
    void reset() {
        phase = Phase.QUIET;
        speech = Duration.ZERO;
    }

    private Optional<Event> duringSpeech(boolean speaks, boolean silent, Duration window) {
        if (speaks) {
            silence = Duration.ZERO;
        } else if (silent) {
            silence = silence.plus(window);
        }
        if (!isClose(silence, PAUSE, window)) {
            return Optional.empty();
        }
        phase = Phase.PAUSE;
        speech = Duration.ZERO;
        return Optional.of(new Event.SpeechPaused(silence));
    }

    /** To the nearest window: 100 ms are three windows of 32, not four. */
    private static boolean isClose(Duration counted, Duration wanted, Duration window) {
        return !counted.isZero() && counted.plus(window.dividedBy(2)).compareTo(wanted) >= 0;
    }
}
