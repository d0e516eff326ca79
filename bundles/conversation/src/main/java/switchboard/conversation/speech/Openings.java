package switchboard.conversation.speech;

import java.util.Optional;
import switchboard.api.tts.SpeechException;

/** The beginnings of clauses that somebody has expected to be spoken. */
@FunctionalInterface
public interface Openings {

    /**
     * A clause whose first sounds are there; waits for them if they are on their way. It is given away: nobody gets it twice.
     *
     * @param clause its words, and whatever else changes how it sounds
     * @return to be heard, or its voice waits for ever; empty if nobody has thought of this clause
     */
    Optional<Opening> of(SpeechCache.Key clause);

    /** A clause whose voice has begun, and waits to go on. */
    @FunctionalInterface
    interface Opening {

        /**
         * Hears the clause, exactly as {@link Synthesis} speaks it, from its first sounds to its end. Blocks; interrupted, it
         * returns and stays so.
         *
         * @param sink told on another thread
         * @throws SpeechException if it was not spoken to its end
         */
        void hear(Synthesis.Piece sink) throws SpeechException;
    }
}
