package switchboard.conversation.ledger;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import switchboard.api.call.TurnLedger;
import switchboard.api.call.TurnLedger.Part;

/**
 * Divides the time from the caller's last speech to the bot's first sound into parts that follow one another. All times are
 * on the clock of {@link System#nanoTime()}. Confined to one thread.
 */
public final class TurnStopwatch {

    private final int turn;
    private final boolean speculated;
    private final List<Part> parts = new ArrayList<>();
    private long reachedNs;

    /** @param lastSpeechNs when the caller was heard last, or typed */
    public TurnStopwatch(int turn, long lastSpeechNs, boolean speculated) {
        this.turn = turn;
        this.reachedNs = lastSpeechNs;
        this.speculated = speculated;
    }

    /** A part has ended; if that was before the part in front of it, it took no time. */
    public void reached(String part, long endNs, String owner) {
        parts.add(new Part(part, Duration.ofNanos(Math.max(0, endNs - reachedNs)), owner));
        reachedNs = Math.max(reachedNs, endNs);
    }

    /** The bot is heard. */
    public TurnLedger audible(long nowNs, String owner) {
        reached("playout", nowNs, owner);
        return new TurnLedger(turn, parts, speculated);
    }
}
