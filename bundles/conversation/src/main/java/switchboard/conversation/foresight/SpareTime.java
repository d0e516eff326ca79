package switchboard.conversation.foresight;

import java.util.concurrent.Executor;

/** Runs what need not be done; rejects what it has no thread for. Thread-safe. */
public interface SpareTime extends Executor {

    /** Whether there is enough of it to look ahead oftener than usual, because nobody else calls. */
    default boolean isAmple() {
        return false;
    }
}
