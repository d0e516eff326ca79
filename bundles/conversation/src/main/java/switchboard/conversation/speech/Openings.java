package switchboard.conversation.speech;

import java.util.Optional;

/** The first sounds of clauses that somebody has expected to be spoken. */
@FunctionalInterface
public interface Openings {

    /**
     * The first sounds of a clause; waits for them if they are on their way. They are given away: nobody gets them twice.
     *
     * @param clause its words, and whatever else changes how it sounds
     * @return empty if nobody has thought of this clause
     */
    Optional<Opening> of(SpeechCache.Key clause);

    /**
     * The first sounds of a clause, exactly as {@link Synthesis} begins it.
     *
     * @param owner the model, as bundle@version
     */
    record Opening(float[] samples, String owner) {}
}
