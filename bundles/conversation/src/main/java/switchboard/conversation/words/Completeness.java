package switchboard.conversation.words;

/** How much an utterance looks as if nothing followed, from the surest to the least sure. */
public enum Completeness {

    /** A whole question, or a whole answer to what was asked. */
    WHOLE,

    /** A statement that says what is wanted: whole by itself, but some go on after one. */
    LIKELY,

    /** A sentence that is whole and leaves open what is wanted, or for when: "I called yesterday", "I'd like to book a table". */
    OPEN,

    /** Mostly something follows: "Can I have", "If it rains,", "five five five". */
    DOUBTFUL,

    /** Something must follow: "I need to cancel my". */
    UNFINISHED
}
