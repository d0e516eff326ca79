package switchboard.assistant;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import switchboard.assistant.tool.Alarm;
import switchboard.assistant.tool.ToolRunner;

/** The threads that tools work on, those of models that may hang, and the one that watches over both. Closing interrupts what tools still do. */
public final class AssistantThreads implements AutoCloseable {

    private static final int THREADS = 8;
    private static final int WAITING = 64;
    private static final long MAKING_MS = 50;

    private final ScheduledThreadPoolExecutor watch = new ScheduledThreadPoolExecutor(1, named("assistant-alarm-"));
    private final ThreadPoolExecutor workers = new ThreadPoolExecutor(
            THREADS, THREADS, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), madeElsewhere(named("assistant-tool-")));

    private final ThreadFactory alone = named("assistant-model-");

    public AssistantThreads() {
        workers.allowCoreThreadTimeOut(true);
        watch.setRemoveOnCancelPolicy(true);
        // A thread keeps the code alive that made it (its access control context), and so do all that it makes, a database's too:
        // made later, that would be a language model's.
        watch.prestartCoreThread();
    }

    /** A runner on these threads. */
    public ToolRunner runner() {
        return new ToolRunner(workers, this::after);
    }

    /** An alarm that rings on a thread of its own, and so may take its time. */
    public Alarm alarm() {
        return (delay, task) -> after(delay, () -> runAlone(task));
    }

    /** Runs on a thread of its own, of which there is no end: for what may hang. */
    public void runAlone(Runnable task) {
        alone.newThread(task).start();
    }

    private Runnable after(Duration delay, Runnable task) {
        ScheduledFuture<?> ringing = watch.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> ringing.cancel(false);
    }

    @Override
    public void close() {
        workers.shutdownNow();
        watch.shutdownNow();
    }

    /** Makes threads on the alarm's thread, which no model's code has made. */
    private ThreadFactory madeElsewhere(ThreadFactory factory) {
        return task -> {
            try {
                return watch.submit(() -> factory.newThread(task)).get(MAKING_MS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return factory.newThread(task);
            } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
                return factory.newThread(task); // an alarm is at work, or this is one: better a thread than none
            }
        };
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
