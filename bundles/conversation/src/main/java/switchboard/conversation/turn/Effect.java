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

    /**
     * Let the assistant answer a turn.
     *
     * @param reply       number of the reply in the call; several may be begun for a turn, one at most is heard
     * @param speculative whether the turn may yet go on
     */
    record StartReply(int reply, int turn, List<Message> conversation, boolean speculative) implements Effect {}

    /** A reply is not wanted any more. */
    record CancelReply(int reply) implements Effect {}

    /**
     * Speak a clause after those before it.
     *
     * @param turn  the turn it answers, 0 if none
     * @param fixed whether it is one of a few phrases that are worth keeping
     */
    record Speak(int segment, int turn, String text, boolean fixed) implements Effect {}

    /** Fall silent at once; what was to be spoken, and what is added, waits. */
    record HoldSpeaking() implements Effect {}

    /** Go on with what waits. */
    record ResumeSpeaking() implements Effect {}

    /** Fall silent at once and forget every clause; what is spoken next does not wait. */
    record StopSpeaking() implements Effect {}

    /** Tell the listener. */
    record Emit(CallEvent event) implements Effect {}

    /** A turn is over and will be answered. */
    record TurnEnded(int turn, boolean speculated) implements Effect {}

    /** Record how a turn ended; comes exactly once for each turn. */
    record CloseTurn(int turn, Outcome outcome) implements Effect {}
}
