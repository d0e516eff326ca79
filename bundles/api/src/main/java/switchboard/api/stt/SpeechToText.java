package switchboard.api.stt;

import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;
import switchboard.api.audio.AudioClip;

/**
 * Recognises the words of a piece of speech.
 *
 * <p><b>Service.</b> Published when warm; leased through {@link switchboard.api.model.Models}. The service property
 * {@code language} repeats {@link #languages()}.
 * <p><b>Threading.</b> Thread-safe. {@link #transcribe} blocks and is never called on an audio thread; how many may run
 * at once is the implementation's matter, further calls wait.
 */
@ProviderType
public interface SpeechToText {

    /** Sample rate, in hertz, of the audio that {@link #transcribe} takes. */
    int sampleRateHz();

    /** The languages it understands, as primary subtags of BCP 47, for example {@code en}. Never empty. */
    Set<String> languages();

    /**
     * Transcribes speech. Somebody who does not want the words any more interrupts the thread; an implementation that can
     * then gives up soon, with a TranscriptionException, and leaves the thread interrupted.
     *
     * @param speech   what a voice activity detector took for speech, with about 0.2 s of what came before and 0.1 s of
     *                 what followed; other audio yields invented words
     * @param language one of {@link #languages()}
     * @return the words, punctuated, trimmed; empty if there were none
     * @throws IllegalArgumentException if the audio has another sample rate, or the language is not among its own
     * @throws TranscriptionException   if the model failed on this audio, or gave up
     */
    String transcribe(AudioClip speech, String language) throws TranscriptionException;

    /**
     * The same, for speech of which less has been transcribed before, as happens while somebody speaks. An implementation may use
     * that to be faster; the words are those of the whole speech all the same.
     *
     * @param begun what {@code transcribe} returned for a beginning of this speech; empty if nothing did. Any other words cost
     *              time and nothing else
     */
    default String transcribe(AudioClip speech, String language, String begun) throws TranscriptionException {
        return transcribe(speech, language);
    }
}
