package switchboard.api.model;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Has models asked on threads of their own, so that whoever waits for one that hangs can leave it: else a few questions would
 * keep the threads of all calls. One of a room; it needs not be closed, for threads without work end by themselves. Thread-safe.
 */
public final class ModelThreads {

    /** How often the patience is renewed while there is no other model. */
    private static final int RENEWALS = 4;
    /** Who hangs so often is not asked any more, until one of its threads comes back. */
    private static final int MOST_HANGING = 8;
    private static final int IDLE_SECONDS = 5;

    private final Set<Asking<?>> hanging = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = new ThreadPoolExecutor(0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS,
            new SynchronousQueue<>(), task -> {
        Thread thread = new Thread(task, "model-asked");
        thread.setDaemon(true);
        return thread;
    });

    /** Whether a model has been left hanging and has not come back since. */
    public boolean hangs(String owner) {
        return hanging.stream().anyMatch(asking -> asking.owner.equals(owner));
    }

    /**
     * Asks, and waits for the answer. If this thread is interrupted so is the model's, and is waited for all the same: one that
     * works on would only be in the way of the next.
     *
     * @param owner    whose model is asked, as {@link Lease#owner}
     * @param patience how long it may take if there is another
     * @param another  whether another could be asked instead; without one, more patience is had with this one
     * @param question runs to its end unless this throws RejectedExecutionException, also when nobody waits any more
     * @throws ExecutionException whatever the model threw is the cause
     * @throws TimeoutException   if it hangs; then it is interrupted, and not waited for any more
     * @throws RejectedExecutionException if it hangs with too many questions already
     */
    public <R> R ask(String owner, Duration patience, BooleanSupplier another, Callable<R> question) throws ExecutionException, TimeoutException {
        if (hanging.stream().filter(other -> other.owner.equals(owner)).count() >= MOST_HANGING) {
            throw new RejectedExecutionException(owner + " does not return");
        }
        Asking<R> asking = new Asking<>(owner, question);
        threads.execute(asking);
        boolean interrupted = false;
        try {
            for (int i = 0; i < RENEWALS; ) {
                try {
                    return asking.get(patience.toNanos(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                    asking.interrupt();
                } catch (TimeoutException e) {
                    i = another.getAsBoolean() ? RENEWALS : i + 1;
                }
            }
            leave(asking);
            throw new TimeoutException("has not answered within %d ms".formatted(patience.toMillis()));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void leave(Asking<?> asking) {
        hanging.add(asking);
        if (asking.isDone()) { // meanwhile
            hanging.remove(asking);
        }
        asking.interrupt();
    }

    /** Interrupted only while it runs: its thread serves other models afterwards. */
    private final class Asking<R> extends FutureTask<R> {

        private final String owner;
        private @Nullable Thread thread;
        private boolean interrupted;

        Asking(String owner, Callable<R> question) {
            super(question);
            this.owner = owner;
        }

        @Override
        public void run() {
            begin();
            try {
                super.run();
            } finally {
                end();
            }
        }

        synchronized void interrupt() {
            interrupted = true;
            if (thread != null) {
                thread.interrupt();
            }
        }

        private synchronized void begin() {
            thread = Thread.currentThread();
            if (interrupted) {
                thread.interrupt();
            }
        }

        private synchronized void end() {
            thread = null;
            Thread.interrupted();
        }

        @Override
        protected void done() {
            hanging.remove(this);
        }
    }
}
