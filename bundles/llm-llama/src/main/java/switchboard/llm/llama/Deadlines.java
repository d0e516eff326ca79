package switchboard.llm.llama;

import java.time.Duration;

/**
 * How long an answer may take, before a caller who hears nothing is answered by another model. Looked at between pieces of
 * work, so they are kept to within a second or two.
 *
 * @param firstWord from the request to the first word; what was read of the prompt until then is remembered
 * @param whole     from the request to the end of the answer
 */
record Deadlines(Duration firstWord, Duration whole) {

    /** A cold prompt of 300 tokens takes the larger model about ten seconds on two cores. */
    static final Deadlines OF_A_CALL = new Deadlines(Duration.ofSeconds(15), Duration.ofSeconds(45));
}
