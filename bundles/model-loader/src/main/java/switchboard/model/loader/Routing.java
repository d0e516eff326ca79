package switchboard.model.loader;

import java.util.Deque;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.stream.Stream;
import switchboard.api.model.ModelRouting.Part;

/** The rules of every kind, and those that were before; all are kept in a file. Thread-safe. */
final class Routing {

    private static final int MOST_KEPT = 20;

    /** Where a model stands among those of its kind, whatever its version. The order is that in which they are tried. */
    private enum Place { CHOSEN, PREFERRED, OTHER, NOT_CHOSEN, SHADOW }

    /** The newest first: it is in force. */
    private final Map<String, Deque<Rules>> rules = new ConcurrentHashMap<>();
    private final Map<String, String> shadows = new ConcurrentHashMap<>();
    private final Calls calls = new Calls();
    private final RouteFile file;

    Routing(RouteFile file) {
        this.file = file;
        rules.putAll(file.read());
    }

    /** The smaller is tried first. */
    int place(String kind, String owner, String callId) {
        Rules now = rules(kind);
        Optional<Rules.Canary> canary = now.canary().filter(some -> some.is(owner));
        if (canary.isPresent()) {
            return (!callId.isEmpty() && calls.isServed(callId, kind, canary.get()) ? Place.CHOSEN : Place.NOT_CHOSEN).ordinal();
        }
        if (now.preferred().equals(Optional.of(owner))) {
            return Place.PREFERRED.ordinal();
        }
        return (isShadow(kind, owner) ? Place.SHADOW : Place.OTHER).ordinal();
    }

    /** Notes that a call asks. */
    void seen(String callId) {
        if (!callId.isEmpty()) {
            calls.seen(callId);
        }
    }

    synchronized void prefer(String kind, String owner) {
        change(kind, rules(kind).preferring(owner));
        shadows.remove(kind, owner);
    }

    /** @param percent 0 ends it */
    synchronized void canary(String kind, String owner, int percent) {
        Rules now = rules(kind);
        long since = now.canary().filter(before -> before.is(owner)).map(Rules.Canary::since).orElse(calls.arrived());
        change(kind, now.with(percent == 0 ? Optional.empty() : Optional.of(new Rules.Canary(owner, percent, since))));
        shadows.remove(kind, owner);
    }

    void shadow(String kind, String owner) {
        shadows.put(kind, owner);
    }

    void endShadow(String kind) {
        shadows.remove(kind);
    }

    Optional<String> shadow(String kind) {
        return Optional.ofNullable(shadows.get(kind));
    }

    /** @throws NoSuchElementException if nothing was changed */
    synchronized void back(String kind) {
        rules.getOrDefault(kind, new ConcurrentLinkedDeque<>()).pop();
        file.write(rules);
    }

    /** Each kind and a model that a rule in force names. */
    Stream<Map.Entry<String, String>> named() {
        return rules.keySet().stream().flatMap(kind -> Stream.concat(rules(kind).preferred().stream(), rules(kind).canary().map(Rules.Canary::owner).stream())
                .map(owner -> Map.entry(kind, owner)));
    }

    Part part(String kind, String owner, boolean first) {
        if (percent(kind, owner) > 0) {
            return Part.CANARY;
        }
        return first ? Part.PREFERRED : isShadow(kind, owner) ? Part.SHADOW : Part.RESERVE;
    }

    int percent(String kind, String owner) {
        return rules(kind).canary().filter(canary -> canary.is(owner)).map(Rules.Canary::percent).orElse(0);
    }

    private boolean isShadow(String kind, String owner) {
        return owner.equals(shadows.get(kind));
    }

    private Rules rules(String kind) {
        return Optional.ofNullable(rules.get(kind)).map(Deque::peek).orElse(Rules.NONE);
    }

    private void change(String kind, Rules next) {
        Deque<Rules> all = rules.computeIfAbsent(kind, key -> new ConcurrentLinkedDeque<>());
        all.push(next);
        if (all.size() > MOST_KEPT) {
            all.removeLast();
        }
        file.write(rules);
    }
}
