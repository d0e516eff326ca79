package switchboard.api.turn;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Judges a pause: has the caller finished the turn?
 *
 * <p><b>Service.</b> Published when warm; leased through {@link switchboard.api.model.Models}.
 * <p><b>Threading.</b> Thread-safe. {@link #endOfTurn} blocks, for some tens of milliseconds, and is never called on an
 * audio thread.
 */
@ProviderType
public interface TurnDetector {

    /** Sample rate, in hertz, of the audio that {@link #endOfTurn} takes. */
    int sampleRateHz();

    /** From this probability on the turn counts as ended, by the detector's own measure; in (0, 1). */
    float threshold();

    /**
     * Whether the words count for something. If so, and a pause was judged before its transcript was known, it is judged once
     * more when it is.
     */
    default boolean judgesWords() {
        return false;
    }

    /**
     * The probability, in [0, 1], that the turn is over.
     *
     * @throws IllegalArgumentException if the audio has another sample rate, or is empty
     * @throws IllegalStateException    if the model has been retired, or failed on this pause
     */
    float endOfTurn(Pause pause);
}
