package switchboard.llm.receptionist.booking;

/** What happened to a dialogue in the last turn. */
enum Turn {
    NOTHING, STARTED, GAINED, RESTARTED, LEFT, DENIED
}
