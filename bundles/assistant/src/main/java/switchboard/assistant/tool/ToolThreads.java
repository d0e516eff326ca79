package switchboard.assistant.tool;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads that tools work on, and the one that watches them. Closing interrupts what still runs. */
public final class ToolThreads implements AutoCloseable {

    private static final int THREADS = 8;
    private static final int WAITING = 64;

    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            THREADS, THREADS, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), named("assistant-tool-"));
    private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1, named("assistant-alarm-"));

    public ToolThreads() {
        workers.allowCoreThreadTimeOut(true);
        watch.setRemoveOnCancelPolicy(true);
        // A thread keeps the code alive that made it (its access control context): made later, that would be a language model's.
        watch.prestartCoreThread();
    }

    /** A runner on these threads. */
    public ToolRunner runner() {
        return new ToolRunner(workers, (delay, task) -> {
            ScheduledFuture<?> ringing = watch.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
            return () -> ringing.cancel(false);
        });
    }

    @Override
    public void close() {
        workers.shutdownNow();
        watch.shutdownNow();
    }

    private static ThreadFactory named(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
