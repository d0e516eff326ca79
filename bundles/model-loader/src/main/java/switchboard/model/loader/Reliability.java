package switchboard.model.loader;

import java.util.ArrayDeque;
import java.util.Deque;

/** How a model's last ten uses went. Thread-safe. */
final class Reliability {

    private static final int REMEMBERED = 10;
    private static final int TOO_MANY = 5;

    private final Deque<Boolean> failures = new ArrayDeque<>();
    private String last = "";

    synchronized void succeeded() {
        remember(false);
    }

    /** Returns whether just this failure was one too many. */
    synchronized boolean failed(Throwable cause) {
        boolean before = isPoor();
        last = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        remember(true);
        return !before && isPoor();
    }

    synchronized boolean isPoor() {
        return count() >= TOO_MANY;
    }

    /** For people; empty while it works well enough. */
    synchronized String complaint() {
        return isPoor() ? ("failed in %d of its last %d uses (last: %s); used only when nothing else is warm."
                + " Replace its bundle, or restart it to try again.").formatted(count(), failures.size(), last) : "";
    }

    private long count() {
        return failures.stream().filter(failed -> failed).count();
    }

    private void remember(boolean failed) {
        failures.addLast(failed);
        if (failures.size() > REMEMBERED) {
            failures.removeFirst();
        }
    }
}
