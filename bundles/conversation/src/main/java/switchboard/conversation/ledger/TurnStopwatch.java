package switchboard.conversation.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import switchboard.api.call.TurnLedger;
import switchboard.api.call.TurnLedger.Part;

/**
 * Takes the times of one turn as they pass, and makes the ledger of them. Confined to one call's thread; all times are
 * on the clock of {@link System#nanoTime()}.
 */
public final class TurnStopwatch {

    private final int turn;
    private final List<Part> parts = new ArrayList<>();
    private long reachedNs;
    private boolean complete;

    /** @param lastSpeechNs when the caller was heard last, or typed */
    public TurnStopwatch(int turn, long lastSpeechNs) {
        this.turn = turn;
        this.reachedNs = lastSpeechNs;
    }

    public int turn() {
        return turn;
    }

    /** A part ends now; what was reached before a part's beginning is not counted twice. */
    public void reached(String part, long nowNs, String owner) {
        if (!complete && parts.stream().noneMatch(known -> known.name().equals(part))) {
            parts.add(new Part(part, Duration.ofNanos(Math.max(0, nowNs - reachedNs)), owner));
            reachedNs = Math.max(reachedNs, nowNs);
        }
    }

    /** The bot is heard: the ledger, once. */
    public Optional<TurnLedger> audible(long nowNs, String owner) {
        if (complete) {
            return Optional.empty();
        }
        reached("playout", nowNs, owner);
        complete = true;
        return Optional.of(new TurnLedger(turn, parts));
    }
}
