package switchboard.api.call;

/** What happens in a conversation, in the order in which the caller perceives it. */
public sealed interface CallEvent {

    /** The caller began a turn. */
    record UserStartedSpeaking() implements CallEvent {}

    /** The caller's turn has ended. */
    record UserStoppedSpeaking() implements CallEvent {}

    /**
     * What the caller said.
     *
     * @param complete whether the text will not change any more
     * @param typed    whether it was typed
     */
    record UserTranscript(String text, boolean complete, boolean typed) implements CallEvent {}

    /** The language model began to answer. */
    record ReplyStarted() implements CallEvent {}

    /** The language model's next words. */
    record ReplyText(String text) implements CallEvent {}

    /** The language model has answered. */
    record ReplyEnded() implements CallEvent {}

    /** The bot became audible. */
    record BotStartedSpeaking() implements CallEvent {}

    /** The bot fell silent. */
    record BotStoppedSpeaking() implements CallEvent {}

    /**
     * The bot fell silent because of a sound that may become speech; if it does not, the bot goes on where it was, not before a
     * quarter of a second has passed. Meanwhile nobody misses what is still on its way to the ear.
     */
    record BotPaused() implements CallEvent {}

    /**
     * A clause of the bot begins to be heard, or has been heard to its end. A clause that is interrupted is never
     * completed.
     *
     * @param segment number of the clause in the call, ascending
     * @param spoken  whether it is (to be) heard; false for a reply that is only shown
     */
    record BotSegment(int segment, String text, boolean spoken, boolean completed) implements CallEvent {}

    /** The bot was interrupted, or would have been had it spoken. */
    record Interrupted() implements CallEvent {}

    /** The reply to a turn became audible; where the time went. */
    record TurnMeasured(TurnLedger ledger) implements CallEvent {}

    /** Something went wrong; the call goes on. */
    record Failure(String message) implements CallEvent {}

    /** The conversation ended by itself, for example because its time was up; the media may be closed. */
    record Ended(String reason) implements CallEvent {}
}
