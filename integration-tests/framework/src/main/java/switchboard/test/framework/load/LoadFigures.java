package switchboard.test.framework.load;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import switchboard.api.call.TurnLedger;

/** What the calls of one phase came to. Thread-safe. */
public final class LoadFigures {

    private final List<Long> totalsMs = new ArrayList<>();
    private final Map<String, Long> partsMs = new LinkedHashMap<>();
    private final Map<String, Set<String>> owners = new LinkedHashMap<>();
    private final long begunNs = System.nanoTime();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private int asked;
    private int unanswered;
    private int dropped;
    private String doing = "before the first exchange";

    synchronized void asked(boolean answered) {
        asked++;
        unanswered += answered ? 0 : 1;
    }

    synchronized void measured(TurnLedger ledger) {
        totalsMs.add(ledger.total().toMillis());
        ledger.parts().forEach(part -> partsMs.merge(part.name(), part.duration().toMillis(), Long::sum));
        ledger.parts().forEach(part -> owners.computeIfAbsent(part.name(), name -> new TreeSet<>()).add(part.owner()));
    }

    synchronized void gap(String call, int ms) {
        gaps.add(new Gap(call, ms, now()));
    }

    /** Something that gaps may come from begins. */
    public synchronized void doing(String what) {
        doing = what;
    }

    synchronized void failed(String message) {
        failures.add(message);
    }

    /** The call ended by itself. */
    synchronized void dropped() {
        dropped++;
    }

    public synchronized int turns() {
        return asked;
    }

    /** Waits until so many questions were asked; ten minutes at most, since calls may have ended. */
    public void awaitTurns(int turns) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(10);
        while (turns() < turns && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    public synchronized int unanswered() {
        return unanswered;
    }

    public synchronized int droppedCalls() {
        return dropped;
    }

    public synchronized int longestGapMs() {
        return gaps.stream().mapToInt(Gap::ms).max().orElse(0);
    }

    /** Gaps longer than that, the longest first. */
    public synchronized List<String> gapsOver(int ms) {
        return gaps.stream().filter(gap -> gap.ms() > ms).sorted(Comparator.comparingInt(Gap::ms).reversed())
                .map(gap -> "%d ms in %s, %s".formatted(gap.ms(), gap.call(), gap.when())).toList();
    }

    public synchronized List<String> failures() {
        return List.copyOf(failures);
    }

    /** Voice to voice without the network: what that part of the turns took at most, by the nearest rank; 0 if no turn was answered. */
    public synchronized long quantileMs(double part) {
        List<Long> sorted = totalsMs.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(Math.max(0, (int) Math.ceil(part * sorted.size()) - 1));
    }

    /** The mean of each part of the ledger. */
    public synchronized String parts() {
        return partsMs.entrySet().stream().map(part -> part.getKey() + " " + part.getValue() / Math.max(1, totalsMs.size())).collect(Collectors.joining(", "));
    }

    /** Who did that part of the answers, as bundle@version. */
    synchronized Set<String> owners(String part) {
        return Set.copyOf(owners.getOrDefault(part, Set.of()));
    }

    public synchronized String row(String name) {
        return String.format(Locale.ROOT, "| %s | %d | %d | %d | %d | %d | %d |", name, asked, unanswered, dropped, failures.size(), longestGapMs(), quantileMs(0.95));
    }

    private String now() {
        return String.format(Locale.ROOT, "%.1f s after the begin, %s", (System.nanoTime() - begunNs) / 1e9, doing);
    }

    /** A silence within what the bot said. */
    private record Gap(String call, int ms, String when) {}
}
