package switchboard.llm.receptionist.booking;

/** What the dialogue does next. */
public sealed interface BookingAnswer {

    /** @param text sentences for the caller's ear */
    record Say(String text) implements BookingAnswer {}

    /**
     * @param before    said before the tool's own words; may be empty
     * @param arguments a JSON object with all that the tool requires
     */
    record Ask(String before, String tool, String arguments) implements BookingAnswer {}
}
