package switchboard.operations.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import switchboard.api.call.CallEvent;
import switchboard.api.call.TurnLedger;

/** What both sides of a call say, since the caller began to speak. Thread-safe. */
final class Overheard {

    private final List<String> caller = new ArrayList<>();
    private final List<String> bot = new ArrayList<>();
    private final List<TurnLedger> ledgers = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private boolean spoken;
    private boolean speaking;
    private boolean over;
    private long silentSinceNs = System.nanoTime();

    synchronized void accept(CallEvent event) {
        if (event instanceof CallEvent.UserTranscript said && said.complete()) {
            caller.add(said.text());
        } else if (event instanceof CallEvent.BotSegment segment && !segment.completed()) {
            bot.add(segment.text());
        } else if (event instanceof CallEvent.BotStartedSpeaking) {
            spoken = true;
            speaking = true;
        } else if (event instanceof CallEvent.BotStoppedSpeaking) {
            speaking = false;
            silentSinceNs = System.nanoTime();
        } else if (event instanceof CallEvent.TurnMeasured measured) {
            ledgers.add(measured.ledger());
        } else if (event instanceof CallEvent.Failure failure) {
            failures.add(failure.message());
        } else if (event instanceof CallEvent.Ended) {
            over = true;
        }
    }

    /** What was said before was the greeting. */
    synchronized void callerSpeaks() {
        bot.clear();
    }

    synchronized boolean hasSpoken() {
        return spoken;
    }

    /** In frames of 10 ms; 0 while the bot speaks. */
    synchronized long silentFor() {
        return speaking ? 0 : TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - silentSinceNs) / 10;
    }

    synchronized boolean isAnswered() {
        return !ledgers.isEmpty();
    }

    synchronized boolean isOver() {
        return over;
    }

    synchronized String caller() {
        return String.join(" ", caller);
    }

    synchronized String bot() {
        return String.join(" ", bot);
    }

    synchronized List<TurnLedger> ledgers() {
        return List.copyOf(ledgers);
    }

    /** In words, with what parts them from the words before; empty if there was none. */
    synchronized String failures() {
        return failures.isEmpty() ? "" : "; " + String.join("; ", failures);
    }
}
