package switchboard.conversation;

import java.util.Optional;
import switchboard.api.call.TurnLedger;
import switchboard.conversation.ledger.Owners;
import switchboard.conversation.ledger.TurnStopwatch;
import switchboard.conversation.turn.Event;

/** Which moment of a call belongs to which part of which turn. Confined to one call's thread. */
final class TurnTimes {

    private static final int NONE = -1;

    private long lastSpeechNs;
    private long judgedNs;
    private String judge = Owners.CONVERSATION;
    private long transcribedNs;
    private String recogniser = Owners.CONVERSATION;
    private TurnStopwatch turn = new TurnStopwatch(0, 0);
    private int firstSegment = NONE;

    /** The caller fell silent. */
    void paused(long spokenNs) {
        lastSpeechNs = spokenNs;
        judgedNs = spokenNs;
        transcribedNs = spokenNs;
    }

    void typed(long nowNs) {
        paused(nowNs);
    }

    void recognised(Event answer, long nowNs, String owner) {
        if (answer instanceof Event.TurnJudged) {
            judgedNs = nowNs;
            judge = owner;
        } else if (answer instanceof Event.TranscriptReady) {
            transcribedNs = nowNs;
            recogniser = owner;
        }
    }

    /** The turn is over: what was waited for last used the time, recognition or the silence. */
    void replying(int number, long nowNs) {
        turn = new TurnStopwatch(number, lastSpeechNs);
        firstSegment = NONE;
        if (transcribedNs > judgedNs) {
            turn.reached("endpointing", judgedNs, judge);
            turn.reached("stt", nowNs, recogniser);
        } else {
            turn.reached("stt", Math.min(transcribedNs, lastSpeechNs), recogniser);
            turn.reached("endpointing", nowNs, judge);
        }
    }

    void text(long nowNs) {
        turn.reached("llm", nowNs, "switchboard.assistant");
    }

    /** A clause of the reply to a turn is to be spoken. */
    void clause(int segment, int number, long nowNs) {
        if (number == turn.turn() && number > 0 && firstSegment == NONE) {
            firstSegment = segment;
            turn.reached("clause", nowNs, Owners.CONVERSATION);
        }
    }

    void synthesised(int segment, long nowNs, String owner) {
        if (segment == firstSegment) {
            turn.reached("tts", nowNs, owner);
        }
    }

    Optional<TurnLedger> audible(int segment, long nowNs) {
        return segment == firstSegment ? turn.audible(nowNs, Owners.CONVERSATION) : Optional.empty();
    }
}
