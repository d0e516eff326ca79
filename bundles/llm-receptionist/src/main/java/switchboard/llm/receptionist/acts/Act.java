package switchboard.llm.receptionist.acts;

/** A dialogue act of callers: what one of their clauses does. Its order is that of the {@link ActModel}'s rows. */
public enum Act {

    /** Wants something new booked. */
    BOOK,
    /** Wants a booking changed. */
    MOVE,
    /** Gives a booking up. */
    CANCEL,
    /** Asks about a booking of their own. */
    FIND,
    /** Asks what is free, or when. */
    FREE,
    /** Asks for a fact or a rule. */
    ASK,
    /** Tells circumstances: days, times and numbers in it are not what is wanted. */
    REASON,
    /** Tells what is wrong and should be put right. */
    TROUBLE,
    /** Greets, thanks, apologises, thinks aloud. */
    CHAT,
    /** Takes what was offered or read back. */
    ACCEPT,
    /** Does not take it. */
    REFUSE,
    /** Tells a detail of a booking. */
    SLOT,
    /** Will not or cannot tell a detail, or leaves it to the house. */
    WITHHOLD,
    /** Does not go on, for now or at all. */
    LEAVE,
    /** Asks to wait. */
    WAIT,
    /** Wants to talk to somebody. */
    PERSON,
    /** Has not understood. */
    AGAIN;

    /** Whether a dialogue begins with it. */
    public boolean isWish() {
        return this == BOOK || this == MOVE || this == CANCEL || this == FIND || this == FREE;
    }
}
