package switchboard.operations.metrics;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The values that a label may take: the first so many that come are kept, any further one becomes {@link #OTHER}, so that
 * nothing from outside makes the server's memory grow. Thread-safe.
 */
final class Bounded {

    static final String OTHER = "other";

    private final Set<String> values = ConcurrentHashMap.newKeySet();
    private final int most;

    Bounded(int most) {
        this.most = most;
    }

    String of(String value) {
        if (values.contains(value)) {
            return value;
        }
        synchronized (values) {
            return values.size() < most && values.add(value) || values.contains(value) ? value : OTHER;
        }
    }
}
