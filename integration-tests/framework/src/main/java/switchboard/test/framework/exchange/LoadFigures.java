package switchboard.test.framework.exchange;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the calls of one phase came to. Thread-safe. */
final class LoadFigures {

    private final List<Long> totalsMs = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private int asked;
    private int unanswered;
    private int dropped;
    private int longestGapMs;

    synchronized void asked(boolean answered) {
        asked++;
        unanswered += answered ? 0 : 1;
    }

    synchronized void measured(Duration total) {
        totalsMs.add(total.toMillis());
    }

    synchronized void gap(int ms) {
        longestGapMs = Math.max(longestGapMs, ms);
    }

    synchronized void failed(String message) {
        failures.add(message);
    }

    /** The call ended by itself. */
    synchronized void dropped() {
        dropped++;
    }

    synchronized int turns() {
        return asked;
    }

    synchronized int unanswered() {
        return unanswered;
    }

    synchronized int droppedCalls() {
        return dropped;
    }

    synchronized int longestGapMs() {
        return longestGapMs;
    }

    synchronized List<String> failures() {
        return List.copyOf(failures);
    }

    /** Voice to voice without the network; 0 if no turn was answered. */
    synchronized long p95Ms() {
        List<Long> sorted = totalsMs.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(0.95 * sorted.size()) - 1);
    }

    synchronized String row(String name) {
        return String.format(Locale.ROOT, "| %s | %d | %d | %d | %d | %d | %d |", name, asked, unanswered, dropped, failures.size(), longestGapMs, p95Ms());
    }
}
