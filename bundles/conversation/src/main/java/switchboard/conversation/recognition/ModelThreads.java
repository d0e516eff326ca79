package switchboard.conversation.recognition;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/**
 * Has models asked on threads of their own, so that whoever waits for one that hangs can leave it: else a few questions would
 * keep the threads of all calls. Thread-safe.
 */
public final class ModelThreads {

    /** How often the patience is renewed while there is no other model. */
    private static final int RENEWALS = 4;
    /** Who hangs so often is not asked any more, until one of its threads comes back. */
    private static final int MOST_HANGING = 8;

    private final Set<Asking<?>> hanging = ConcurrentHashMap.newKeySet();

    /** Whether a model has been left hanging and has not come back since. */
    boolean hangs(String owner) {
        return hanging.stream().anyMatch(asking -> asking.owner.equals(owner));
    }

    /**
     * Asks, and waits for the answer. If this thread is interrupted so is the model's, and is waited for all the same: one that
     * works on would only be in the way of the next.
     *
     * @param owner    whose model is asked
     * @param patience how long it may take if there is another
     * @param another  whether another could be asked instead; without one, more patience is had with this one
     * @param question runs to its end unless this throws RejectedExecutionException, also when nobody waits any more
     * @throws ExecutionException whatever the model threw is the cause
     * @throws TimeoutException   if it hangs; then it is interrupted, and not waited for any more
     * @throws RejectedExecutionException if it hangs with too many questions already
     */
    <R> R ask(String owner, Duration patience, BooleanSupplier another, Callable<R> question) throws ExecutionException, TimeoutException {
        if (hanging.stream().filter(other -> other.owner.equals(owner)).count() >= MOST_HANGING) {
            throw new RejectedExecutionException(owner + " does not return");
        }
        Asking<R> asking = new Asking<>(owner, question);
        Thread thread = new Thread(asking, "model-asked");
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        try {
            for (int i = 0; i < RENEWALS; ) {
                try {
                    return asking.get(patience.toNanos(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                    thread.interrupt();
                } catch (TimeoutException e) {
                    i = another.getAsBoolean() ? RENEWALS : i + 1;
                }
            }
            leave(asking);
            thread.interrupt();
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
    }

    private final class Asking<R> extends FutureTask<R> {

        private final String owner;

        Asking(String owner, Callable<R> question) {
            super(question);
            this.owner = owner;
        }

        @Override
        protected void done() {
            hanging.remove(this);
        }
    }
}
