package switchboard.api.llm;

/** One contribution to a conversation. */
public sealed interface Message {

    String text();

    /** What the caller said. */
    record User(String text) implements Message {}

    /** What the assistant said, as far as the caller has heard it. */
    record Assistant(String text) implements Message {}
}
