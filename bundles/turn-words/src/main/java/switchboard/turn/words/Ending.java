package switchboard.turn.words;

/**
 * How an utterance ends, as far as its words tell.
 *
 * <p>The odds are how much more often finished turns end like this than pauses inside of turns do, rounded from a count of
 * the labelled utterances in the tests, which check them.
 */
enum Ending {

    /** Something must follow: "my name is", "a table for the", "um". */
    UNFINISHED(0.05),
    /** Something mostly follows: a preposition, half of a number, a comma. */
    MAY_GO_ON(0.2),
    /** Nobody knows the words yet. */
    UNKNOWN(1),
    /** Nothing is missing, but there might be more. */
    WHOLE(1.6),
    /** Whole in itself, and mostly all there is: "yes", "thank you", "bye". */
    CLOSING(5),
    /** A question, which waits for its answer. */
    QUESTION(12);

    private final double odds;

    Ending(double odds) {
        this.odds = odds;
    }

    double odds() {
        return odds;
    }
}
