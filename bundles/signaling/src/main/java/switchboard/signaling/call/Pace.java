package switchboard.signaling.call;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.LongSupplier;
import switchboard.api.call.TurnLedger;

/**
 * Whether this machine keeps up with its calls: how long callers lately waited for what it computes itself. What callers wait for
 * by design (a pause) or for others (a language model elsewhere) does not count. Thread-safe.
 */
final class Pace {

    /** Parts of the ledger that grow when cores are short. */
    private static final Set<String> OWN_WORK = Set.of("stt", "clause", "tts", "playout");
    private static final int FEWEST_TURNS = 6;
    private static final int MOST_TURNS = 24;
    private static final Duration LATELY = Duration.ofSeconds(30);

    private final Deque<Turn> turns = new ArrayDeque<>();
    private final Duration slow;
    private final LongSupplier clock;

    private record Turn(long ns, Duration waited) {}

    /**
     * No turn yet.
     *
     * @param slow  the mean wait from which on the machine does not keep up; zero: it always does
     * @param clock nanoseconds
     */
    Pace(Duration slow, LongSupplier clock) {
        this.slow = slow;
        this.clock = clock;
    }

    synchronized void measured(TurnLedger ledger) {
        Duration waited = ledger.parts().stream().filter(part -> OWN_WORK.contains(part.name())).map(TurnLedger.Part::duration)
                .reduce(Duration.ZERO, Duration::plus);
        turns.add(new Turn(clock.getAsLong(), waited));
        if (turns.size() > MOST_TURNS) {
            turns.remove();
        }
    }

    synchronized boolean isSlow() {
        long now = clock.getAsLong();
        turns.removeIf(turn -> now - turn.ns > LATELY.toNanos());
        if (slow.isZero() || turns.size() < FEWEST_TURNS) {
            return false;
        }
        Duration mean = turns.stream().map(Turn::waited).reduce(Duration.ZERO, Duration::plus).dividedBy(turns.size());
        return mean.compareTo(slow) > 0;
    }
}
