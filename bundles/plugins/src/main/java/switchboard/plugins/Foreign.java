package switchboard.plugins;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs code that is not ours on a thread of its own, so that one that hangs holds up nobody. */
final class Foreign {

    private Foreign() {
    }

    /**
     * Runs the code and waits for it.
     *
     * @param name of the thread
     * @throws TimeoutException     if it takes longer than the limit; its thread is interrupted, and left alone
     * @throws ExecutionException   whatever the code threw is the cause
     * @throws InterruptedException if the waiting thread was interrupted; so is the code's thread
     */
    static <T> T call(String name, Duration limit, Callable<T> code) throws TimeoutException, ExecutionException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(code);
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            task.cancel(true);
        }
    }
}
