package switchboard.conversation.turn;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import switchboard.conversation.speech.Clauses;

/** What the bot says at one go: the answer to a turn, or a phrase of its own. Confined to the machine. */
public final class Reply {

    /** Why the bot speaks, and so what follows. */
    enum Purpose { ANSWER, ASIDE, STILL_THERE, GOODBYE }

    final Purpose purpose;
    /** The turn it answers, 0 if none. */
    final int turn;
    final boolean spoken;
    final Clauses clauses = new Clauses();
    /** Clauses that are to be heard, or are being heard, by segment. */
    final Map<Integer, String> outstanding = new LinkedHashMap<>();

    /** When it was asked for, or its last words came. */
    Duration lastProgress;
    boolean generating;
    boolean hasText;
    boolean fillerSpoken;
    boolean audible;
    /** Whether a clause of it has been heard or shown to its end. */
    boolean heard;
    boolean turnClosed;

    Reply(Purpose purpose, int turn, boolean spoken, Duration now) {
        this.purpose = purpose;
        this.turn = turn;
        this.spoken = spoken;
        this.lastProgress = now;
        this.generating = purpose == Purpose.ANSWER;
        this.turnClosed = turn == 0;
    }

    boolean generates(int wantedTurn) {
        return generating && turn == wantedTurn;
    }
}
