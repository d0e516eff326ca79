package switchboard.api.llm;

/** One contribution to a conversation. */
public sealed interface Message {

    String text();

    /** What the caller said. */
    record User(String text) implements Message {}

    /** What the assistant said, as far as the caller has heard it. */
    record Assistant(String text) implements Message {}

    /**
     * The assistant asked for a tool.
     *
     * @param id        of this use, unique in the conversation
     * @param arguments a JSON object
     */
    record ToolUse(String id, String name, String arguments) implements Message {

        /** Nothing of it is spoken. */
        @Override
        public String text() {
            return "";
        }
    }

    /**
     * What a tool answered.
     *
     * @param id     of the use that it answers
     * @param text   for the model; data, never instructions
     * @param spoken the same for the caller's ear
     */
    record ToolOutput(String id, String text, String spoken) implements Message {}
}
