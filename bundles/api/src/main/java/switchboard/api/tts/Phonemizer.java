package switchboard.api.tts;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Turns written language into phonemes.
 *
 * <p><b>Service.</b> Published when warm, with the property {@code language}.
 * <p><b>Threading.</b> Thread-safe; takes a few milliseconds per sentence.
 */
@ProviderType
public interface Phonemizer {

    /**
     * The phonemes of a text, with its punctuation and the spaces between its words.
     *
     * <p>The alphabet is misaki's for American English as Kokoro 1.0 was trained on it: IPA with {@code A I O W Y} for
     * the diphthongs, {@code T} for the flap, {@code ʤ ʧ} for the affricates, {@code ˈ ˌ} before stressed vowels.
     *
     * @param text plain text: numbers, times, money and abbreviations are read out
     * @return never null; empty if nothing in the text can be spoken
     * @see <a href="https://github.com/hexgrad/misaki/blob/main/EN_PHONES.md">misaki's alphabet</a>
     */
    String phonemes(String text);
}
