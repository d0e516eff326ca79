package switchboard.api.llm;

/** What a language model reports while it answers. */
public sealed interface GenerationEvent {

    /** The next piece of the answer, with the spaces that belong to it; never empty. */
    record Text(String text) implements GenerationEvent {}

    /** The answer is complete. */
    record Ended() implements GenerationEvent {}

    /**
     * The model could not answer, or not to the end.
     *
     * @param reason for the log and the operator: what failed and what to do about it; never the caller's words
     */
    record Failed(String reason) implements GenerationEvent {}
}
