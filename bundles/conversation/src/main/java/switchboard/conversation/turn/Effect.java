package switchboard.conversation.turn;

import java.time.Duration;
import java.util.List;
import switchboard.api.call.CallEvent;
import switchboard.api.llm.Message;

/** What the machine wants done, in this order, before the next event. */
public sealed interface Effect {

    /** Transcribe the turn's audio up to now; answer with the pause's number. */
    record Transcribe(int pause) implements Effect {}

    /** Ask whether the turn is over; answer with the pause's number. */
    record JudgeTurn(int pause, String transcript, Duration silence) implements Effect {}

    /** Forget the turn's audio; what is said from now on belongs to another turn. */
    record DropSpeech() implements Effect {}

    /** Let the assistant answer a turn. */
    record StartReply(int turn, List<Message> conversation) implements Effect {}

    /** The answer to a turn is not wanted any more. */
    record CancelReply(int turn) implements Effect {}

    /**
     * Speak a clause after those before it.
     *
     * @param turn  the turn it answers, 0 if none
     * @param fixed whether it is one of a few phrases that are worth keeping
     */
    record Speak(int segment, int turn, String text, boolean fixed) implements Effect {}

    /** Fall silent at once and forget every clause. */
    record StopSpeaking() implements Effect {}

    /** Tell the listener. */
    record Emit(CallEvent event) implements Effect {}

    /** Record how a turn ended; comes exactly once for each turn. */
    record CloseTurn(int turn, Outcome outcome) implements Effect {}
}
