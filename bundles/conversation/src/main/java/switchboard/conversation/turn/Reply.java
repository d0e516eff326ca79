package switchboard.conversation.turn;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import switchboard.api.call.CallEvent;
import switchboard.conversation.speech.Clauses;

/** What the bot says at one go: the answer to a turn, or a phrase of its own. Confined to the machine. */
public final class Reply {

    /** Why the bot speaks, and so what follows. */
    enum Purpose { ANSWER, GREETING, ASIDE, STILL_THERE, GOODBYE }

    final Purpose purpose;
    /** Its number in the call; 0 if no language model answers. */
    final int number;
    /** The turn it answers, 0 if none. */
    final int turn;
    final boolean spoken;
    final Clauses clauses = new Clauses();
    /** Clauses that are to be heard, or are being heard, by segment. */
    final Map<Integer, String> outstanding = new LinkedHashMap<>();
    /** What will be told when it is certain that this is the reply. */
    final List<CallEvent> withheld = new ArrayList<>();

    /** When it was asked for, or its last words came. */
    Duration lastProgress;
    /** Whether the turn that it answers may yet go on. */
    boolean draft;
    boolean generating;
    boolean failed;
    boolean hasText;
    boolean fillerSpoken;
    /** Whether it has been silenced until it is known whether the caller says anything. */
    boolean held;
    /** Since when it has been silenced because a sound began that may be the caller's voice. */
    Optional<Duration> suspectedSince = Optional.empty();
    boolean audible;
    boolean everAudible;
    /** When the caller began to hear it. */
    Duration audibleSince = Duration.ZERO;
    /** Whether it answers what the bot had asked for, so that the caller's turn was surely whole. */
    boolean wasAsked;
    /** Whether the caller cut in before much of it was heard. */
    boolean cutOffAtOnce;
    /** Whether the caller who cut in goes on with the turn that it answers. */
    boolean goesOn;
    /** Whether a clause of it has been heard or shown to its end. */
    boolean heard;
    boolean turnClosed;

    private Reply(Purpose purpose, int number, int turn, boolean spoken, Duration now) {
        this.purpose = purpose;
        this.number = number;
        this.turn = turn;
        this.spoken = spoken;
        this.lastProgress = now;
        this.generating = purpose == Purpose.ANSWER;
        this.turnClosed = turn == 0;
    }

    static Reply answer(int number, int turn, boolean spoken, Duration now) {
        return new Reply(Purpose.ANSWER, number, turn, spoken, now);
    }

    static Reply draft(int number, int turn, Duration now) {
        Reply reply = answer(number, turn, true, now);
        reply.draft = true;
        return reply;
    }

    static Reply phrase(Purpose purpose, Duration now) {
        return new Reply(purpose, 0, 0, true, now);
    }

    boolean generates(int wanted) {
        return generating && number == wanted;
    }
}
