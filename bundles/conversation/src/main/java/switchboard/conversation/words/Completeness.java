package switchboard.conversation.words;

/** How much an utterance looks as if nothing followed, from the surest to the least sure. */
public enum Completeness {

    /** A whole question, or a whole answer to what was asked. */
    WHOLE,

    /** A statement: whole by itself, but people go on after one as often as not. */
    LIKELY,

    /** Mostly something follows: "Can I have", "If it rains,", "five five five". */
    DOUBTFUL,

    /** Something must follow: "I need to cancel my". */
    UNFINISHED
}
