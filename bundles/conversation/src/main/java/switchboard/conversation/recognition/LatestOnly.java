package switchboard.conversation.recognition;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Runs one task at a time, and of those that come meanwhile only the last: a pause that is over interests nobody.
 * Thread-safe.
 */
final class LatestOnly {

    private final Executor executor;
    private @Nullable Runnable next;
    private boolean running;

    LatestOnly(Executor executor) {
        this.executor = executor;
    }

    /** @throws RejectedExecutionException if the executor has no room */
    synchronized void run(Runnable task) {
        if (running) {
            next = task;
        } else {
            running = true;
            submit(task);
        }
    }

    private void submit(Runnable task) {
        try {
            executor.execute(() -> {
                try {
                    task.run();
                } finally {
                    proceed();
                }
            });
        } catch (RejectedExecutionException e) {
            running = false;
            throw e;
        }
    }

    private synchronized void proceed() {
        Runnable task = next;
        next = null;
        running = task != null;
        if (task != null) {
            submit(task);
        }
    }
}
