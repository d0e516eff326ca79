package switchboard.assistant.consent;

/** What a caller's words mean as the answer to a proposal. */
public enum Consent {

    /** A clear yes and nothing else. */
    YES,
    /** A clear no and nothing else. */
    NO,
    /** Too little to be either: "okay", "hm", "yes?". */
    UNCLEAR,
    /** The caller did not understand: "sorry?", "say that again". */
    AGAIN,
    /** A question about something else: "do you have parking?". */
    DIGRESSION,
    /** Anything else, above all a correction: "no, make that five". */
    OTHER
}
