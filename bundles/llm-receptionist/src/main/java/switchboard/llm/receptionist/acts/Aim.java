package switchboard.llm.receptionist.acts;

/** What a turn is for, as far as an answer depends on it. */
public enum Aim {

    /** May ask for something. */
    ASKS,
    /** Tells something that an answer may help with. */
    TELLS,
    /** Does no more than keep up the conversation. */
    CHATS
}
