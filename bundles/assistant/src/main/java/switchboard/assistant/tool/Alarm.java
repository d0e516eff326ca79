package switchboard.assistant.tool;

import java.time.Duration;

/** Does something later. */
@FunctionalInterface
public interface Alarm {

    /**
     * Sets an alarm.
     *
     * @param task short; does not block
     * @return unsets it; no effect if it has rung
     */
    Runnable after(Duration delay, Runnable task);
}
