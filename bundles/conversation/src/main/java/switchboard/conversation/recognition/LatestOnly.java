package switchboard.conversation.recognition;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Runs one task at a time, and of those that come meanwhile only the last: a pause that is over interests nobody, so the
 * thread of a task that runs is interrupted when another comes. Thread-safe.
 */
final class LatestOnly {

    private final Executor executor;
    private @Nullable Runnable next;
    private @Nullable Thread worker;
    private boolean running;

    LatestOnly(Executor executor) {
        this.executor = executor;
    }

    /** @throws RejectedExecutionException if the executor has no room */
    synchronized void run(Runnable task) {
        if (running) {
            next = task;
            if (worker != null) {
                worker.interrupt();
            }
        } else {
            running = true;
            submit(task);
        }
    }

    private void submit(Runnable task) {
        try {
            executor.execute(() -> {
                begin();
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

    private synchronized void begin() {
        worker = Thread.currentThread();
    }

    private synchronized void proceed() {
        worker = null;
        Thread.interrupted(); // meant for the task that ends
        Runnable task = next;
        next = null;
        running = task != null;
        if (task != null) {
            submit(task);
        }
    }
}
