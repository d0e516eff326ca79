package switchboard.conversation.speech;

import java.util.Optional;

/** Phrases as they sounded, kept beyond the life of the server. Thread-safe. */
public interface KeptSpeech {

    /** Keeps nothing. */
    KeptSpeech NOTHING = (key, language) -> Optional.empty();

    /**
     * Where a phrase is kept. Asked before the phrase is spoken: whatever decides how it sounds may change meanwhile.
     *
     * @param language of the company, primary subtag of BCP 47
     * @return empty if not everything is known that decides how it sounds; then it is not kept
     */
    Optional<Phrase> phrase(SpeechCache.Key key, String language);

    /** One phrase of one company, in one voice. */
    interface Phrase {

        /**
         * Reads it; blocks for some milliseconds.
         *
         * @return samples at {@link switchboard.api.call.MediaListener#PLAYED_HZ}; empty if it is not there, or not as it was written
         */
        Optional<float[]> samples();

        /** Writes it, on another thread; returns at once. What cannot be written is spoken again. */
        void keep(float[] samples);
    }
}
