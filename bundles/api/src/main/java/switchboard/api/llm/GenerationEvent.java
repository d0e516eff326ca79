package switchboard.api.llm;

/** What a language model reports while it answers. */
public sealed interface GenerationEvent {

    /** The next piece of the answer, with the spaces that belong to it; never empty. */
    record Text(String text) implements GenerationEvent {}

    /**
     * The model asks for a tool; only for one that was offered. The answer ends after one or more of these, and the model
     * is asked again with the tools' outputs.
     *
     * @param id        of this use, unique in the answer
     * @param arguments a JSON object, unchecked
     */
    record ToolRequested(String id, String name, String arguments) implements GenerationEvent {}

    /** The answer is complete. */
    record Ended() implements GenerationEvent {}

    /**
     * The model could not answer, or not to the end.
     *
     * @param reason for the log and the operator: what failed and what to do about it; never the caller's words
     */
    record Failed(String reason) implements GenerationEvent {}
}
