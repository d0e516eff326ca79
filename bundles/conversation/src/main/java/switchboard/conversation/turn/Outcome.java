package switchboard.conversation.turn;

/** How a caller's turn ended. */
public enum Outcome {
    /** The reply was heard, or shown, to its end. */
    ANSWERED,
    /** The caller spoke or typed before the reply had ended. */
    INTERRUPTED,
    /** The caller typed before the spoken turn had ended. */
    SUPERSEDED,
    /** What sounded like speech held no words. */
    NOTHING_SAID,
    /** The words could not be recognised. */
    NOT_RECOGNISED,
    /** The assistant did not answer, not in time, or not to the end. */
    NOT_ANSWERED,
    /** There was a reply, but nothing of it could be spoken. */
    NOT_SPOKEN,
    /** The call ended first. */
    CALL_ENDED
}
