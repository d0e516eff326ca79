package switchboard.conversation.vad;

import java.time.Duration;
import java.util.Optional;
import switchboard.conversation.turn.Event;

/**
 * From the detector's windows and the loudness of frames to the beginnings and pauses of speech. Confined to one call's
 * thread.
 *
 * <p>Speech begins after a configured time of it, so that a click interrupts nobody, and pauses at the first {@link #PAUSE}
 * without sound: early, because whoever decides about the pause is told how it goes on. The silence is counted from the last
 * sound. Between two thresholds of the detector nothing changes.
 */
final class SpeechSegmenter {

    /** Silero's own distance between the two thresholds. */
    private static final float HYSTERESIS = 0.15f;

    /** Longer than most of the silences within a word. */
    static final Duration PAUSE = Duration.ofMillis(50);
    /** Silero goes on hearing speech for so long after the last sound. */
    static final Duration HANGOVER = Duration.ofMillis(70);
    /** Until then a pause is believed although the detector still hears speech. */
    private static final Duration DOUBTFUL = Duration.ofMillis(110);
    /** Within a turn speech goes on sooner than it begins: a draft must go at once. */
    private static final Duration GOES_ON = Duration.ofMillis(30);

    /** Who is there. */
    enum Presence {
        NOBODY,
        /** The detector hears speech that does not count yet. */
        DOUBTFUL,
        /** A turn, be it in one of its pauses. */
        TURN
    }

    private enum Phase { QUIET, SPEECH, PAUSE }

    private Duration speechCountsAfter;
    private Phase phase = Phase.QUIET;
    /** The detector hears speech. */
    private boolean heard;
    /** How long the detector has heard speech without a break, in windows. */
    private Duration speech = Duration.ZERO;
    /** How long frames have held sound, and how long none, without a break. */
    private Duration sound = Duration.ZERO;
    private Duration silence = Duration.ZERO;

    /** @param speechCountsAfter how long speech lasts before it begins a turn */
    SpeechSegmenter(Duration speechCountsAfter) {
        this.speechCountsAfter = speechCountsAfter;
    }

    void speechCountsAfter(Duration time) {
        speechCountsAfter = time;
    }

    /**
     * Takes the detector's next window.
     *
     * @param threshold from which the detector calls a window speech
     */
    Optional<Event> window(float probability, float threshold, Duration time) {
        if (probability >= threshold) {
            heard = true;
            speech = speech.plus(time);
        } else if (probability < threshold - HYSTERESIS) {
            heard = false;
            speech = Duration.ZERO;
        }
        if (phase == Phase.QUIET && isClose(speech, speechCountsAfter, time)) {
            return Optional.of(begin());
        }
        return Optional.empty();
    }

    /** Takes the next frame; each belongs to the window that ends with it or after it. */
    Optional<Event> frame(boolean quiet, Duration time) {
        if (quiet || !heard) {
            sound = Duration.ZERO;
            silence = silence.isZero() && !quiet ? HANGOVER : silence.plus(time);
        } else {
            sound = sound.plus(time);
            silence = Duration.ZERO;
        }
        return switch (phase) {
            case QUIET -> Optional.empty();
            case SPEECH -> silence.compareTo(PAUSE) >= 0 ? Optional.of(pause()) : Optional.empty();
            case PAUSE -> duringPause();
        };
    }

    /** How long ago the last sound was; more than zero only in a pause. */
    Duration silence() {
        return silence;
    }

    /** Whether there is a turn, or speech that might become one. */
    Presence presence() {
        if (phase != Phase.QUIET) {
            return Presence.TURN;
        }
        return speech.isZero() ? Presence.NOBODY : Presence.DOUBTFUL;
    }

    /** Whatever was heard is over; what follows is a new turn. */
    void reset() {
        phase = Phase.QUIET;
        speech = Duration.ZERO;
    }

    private Optional<Event> duringPause() {
        if (sound.compareTo(GOES_ON) >= 0) {
            return Optional.of(begin());
        }
        boolean believed = !heard || silence.compareTo(DOUBTFUL) < 0;
        return believed ? Optional.of(new Event.SilenceLasted(silence)) : Optional.empty();
    }

    private Event begin() {
        phase = Phase.SPEECH;
        return new Event.SpeechStarted();
    }

    private Event pause() {
        phase = Phase.PAUSE;
        speech = Duration.ZERO;
        return new Event.SpeechPaused(silence);
    }

    /** To the nearest window: 100 ms are three windows of 32, not four. */
    private static boolean isClose(Duration counted, Duration wanted, Duration window) {
        return !counted.isZero() && counted.plus(window.dividedBy(2)).compareTo(wanted) >= 0;
    }
}
