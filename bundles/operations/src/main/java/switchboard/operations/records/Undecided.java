package switchboard.operations.records;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Calls that began before the operator's configuration was there, which comes a moment after the server's start: nobody knows yet
 * whether they are kept. They are taken down in memory until it is decided, once. Not thread-safe.
 */
final class Undecided {

    /** By call; with the record of those that are over already. */
    private final Map<String, Optional<CallRecord>> calls = new HashMap<>();
    private boolean decided;

    /** @return false if nothing is undecided any more, or there are too many such calls */
    boolean add(String call, int most) {
        return !decided && calls.size() < most && calls.putIfAbsent(call, Optional.empty()) == null;
    }

    boolean has(String call) {
        return calls.containsKey(call);
    }

    /** @return false if it is decided what becomes of the call */
    boolean over(CallRecord record) {
        return calls.replace(record.call(), Optional.of(record)) != null;
    }

    /** From now on nothing is undecided. */
    Map<String, Optional<CallRecord>> decide() {
        decided = true;
        Map<String, Optional<CallRecord>> all = Map.copyOf(calls);
        calls.clear();
        return all;
    }
}
