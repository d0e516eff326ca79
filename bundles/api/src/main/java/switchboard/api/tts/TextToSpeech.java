package switchboard.api.tts;

import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Speaks text.
 *
 * <p><b>Service.</b> Published when warm; leased through {@link switchboard.api.model.Models}.
 * <p><b>Threading.</b> Thread-safe. {@link #speak} blocks and is never called on an audio thread; several may run at
 * once.
 */
@ProviderType
public interface TextToSpeech {

    /** Sample rate, in hertz, of the audio that comes out. */
    int sampleRateHz();

    /** The voices it can speak with, for example {@code af_heart}. Never empty. */
    Set<String> voices();

    /**
     * Speaks one sentence or clause, handing each piece of audio over as soon as it is made.
     *
     * @param request what to say
     * @param sink    receives the pieces in order, on the calling thread; together they are the whole, with no more than
     *                about 0.1 s of silence at either end
     * @throws IllegalArgumentException if the voice is not one of {@link #voices()}
     * @throws SpeechException          if the text could not be spoken; pieces that were handed over remain valid
     */
    void speak(SpeechRequest request, AudioSink sink) throws SpeechException;
}
