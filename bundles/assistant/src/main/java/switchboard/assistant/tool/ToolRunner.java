package switchboard.assistant.tool;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.tool.ToolException;

/** Lets tools work on threads of their own, for as long as they may. Thread-safe. */
public final class ToolRunner {

    /** A caller who hears nothing for longer wonders whether the line is dead. */
    static final Duration PATIENCE = Duration.ofMillis(700);

    private static final Logger log = LoggerFactory.getLogger(ToolRunner.class);

    private final Executor threads;
    private final Alarm alarm;

    /** With bounded threads: work that they reject is an {@link Outcome.Broken}. */
    public ToolRunner(Executor threads, Alarm alarm) {
        this.threads = threads;
        this.alarm = alarm;
    }

    /** What a tool does. */
    @FunctionalInterface
    public interface Work<T> {

        T call() throws ToolException;
    }

    /**
     * Starts work and returns at once.
     *
     * @param tool    its name, for the log
     * @param timeout counts from now; then the thread is interrupted
     * @param slow    called if the work takes longer than {@link #PATIENCE}
     * @param done    called once, on any thread
     */
    public <T> void run(String tool, Duration timeout, Work<T> work, Runnable slow, Consumer<Outcome<T>> done) {
        Running<T> running = new Running<>(tool, work, done);
        Runnable noTimeout = alarm.after(timeout, running::giveUp);
        Runnable notSlow = alarm.after(PATIENCE, () -> running.ifRunning(slow));
        running.whenSettled(() -> {
            noTimeout.run();
            notSlow.run();
        });
        try {
            threads.execute(running.task);
        } catch (RejectedExecutionException e) {
            log.warn("tool={} event=rejected: all threads are busy", tool);
            running.settle(new Outcome.Broken<>());
        }
    }

    private static final class Running<T> {

        private final String tool;
        private final Work<T> work;
        private final Consumer<Outcome<T>> done;
        private final AtomicBoolean settled = new AtomicBoolean();
        private final FutureTask<Void> task = new FutureTask<>(this::work, null);
        private Runnable cleanUp = () -> {};

        Running(String tool, Work<T> work, Consumer<Outcome<T>> done) {
            this.tool = tool;
            this.work = work;
            this.done = done;
        }

        synchronized void whenSettled(Runnable cleanUp) {
            this.cleanUp = cleanUp;
        }

        void ifRunning(Runnable slow) {
            if (!settled.get()) {
                slow.run();
            }
        }

        void giveUp() {
            log.warn("tool={} event=timeout", tool);
            settle(new Outcome.TimedOut<>());
            task.cancel(true);
        }

        private void work() {
            Outcome<T> outcome;
            try {
                outcome = new Outcome.Done<>(work.call());
            } catch (ToolException e) {
                outcome = new Outcome.Refused<>(e.getMessage());
            } catch (RuntimeException | LinkageError e) {
                // A bundle that is being replaced fails with errors of linkage.
                log.error("tool={} event=failed", tool, e);
                outcome = new Outcome.Broken<>();
            }
            settle(outcome);
        }

        void settle(Outcome<T> outcome) {
            if (settled.compareAndSet(false, true)) {
                synchronized (this) {
                    cleanUp.run();
                }
                done.accept(outcome);
            }
        }
    }
}
