package switchboard.appointments.availability;

/** Why something is not free; the first that applies. */
public enum Reason {
    /** More people than the largest resource is for. */
    PARTY_TOO_LARGE,
    /** It would have begun already. */
    PAST,
    /** Beyond the horizon. */
    TOO_FAR,
    /** The company is closed all that day. */
    CLOSED,
    /** It would begin before opening, or end after closing. */
    OUTSIDE_HOURS,
    /** Less than the notice from now. */
    TOO_SOON,
    /** Not on a quarter of an hour. */
    OFF_GRID,
    /** Every resource that is large enough is taken. */
    TAKEN
}
