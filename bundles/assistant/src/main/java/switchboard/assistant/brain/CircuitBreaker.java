package switchboard.assistant.brain;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Remembers which models fail or say nothing, so that nobody waits for one that is down. Thread-safe. */
final class CircuitBreaker {

    private static final int FAILURES = 3;
    private static final Duration WINDOW = Duration.ofSeconds(30);
    private static final Duration REST = Duration.ofSeconds(20);

    private final Clock clock;
    private final Map<String, Deque<Instant>> failures = new HashMap<>();
    private final Map<String, Instant> restingUntil = new HashMap<>();

    CircuitBreaker(Clock clock) {
        this.clock = clock;
    }

    /** Whether a model has failed so often of late that it is better not asked. */
    synchronized boolean rests(String model) {
        Instant until = restingUntil.get(model);
        if (until != null && !clock.instant().isBefore(until)) {
            restingUntil.remove(model);
            return false;
        }
        return until != null;
    }

    /** @return whether that was the failure too many */
    synchronized boolean failed(String model) {
        Instant now = clock.instant();
        Deque<Instant> recent = failures.computeIfAbsent(model, name -> new ArrayDeque<>());
        recent.add(now);
        recent.removeIf(failure -> failure.isBefore(now.minus(WINDOW)));
        if (recent.size() < FAILURES) {
            return false;
        }
        rest(model);
        return true;
    }

    /** Lets a model rest at once. */
    synchronized void rest(String model) {
        failures.remove(model);
        restingUntil.put(model, clock.instant().plus(REST));
    }

    synchronized void succeeded(String model) {
        failures.remove(model);
    }
}
