package switchboard.llm.receptionist.booking;

/** What the dialogue does next. */
public sealed interface BookingAnswer {

    /** @param text sentences for the caller's ear */
    record Say(String text) implements BookingAnswer {}

    /** @param arguments a JSON object with all that the tool requires */
    record Ask(String tool, String arguments) implements BookingAnswer {}
}
