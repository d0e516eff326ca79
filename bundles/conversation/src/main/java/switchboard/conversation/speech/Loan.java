package switchboard.conversation.speech;

import java.util.concurrent.atomic.AtomicInteger;
import switchboard.api.model.Lease;

/**
 * A lease that two threads use, one of which may leave the other behind: given back when both have closed it. Whoever never shared it
 * has only looked at the model. Thread-safe.
 */
final class Loan<S> implements AutoCloseable {

    private final Lease<S> lease;
    private final AtomicInteger users = new AtomicInteger(1);
    private volatile boolean shared;

    Loan(Lease<S> lease) {
        this.lease = lease;
    }

    Lease<S> lease() {
        return lease;
    }

    /** One more uses it, and closes it too. */
    Loan<S> shared() {
        shared = true;
        users.incrementAndGet();
        return this;
    }

    /** Called once by each. */
    @Override
    public void close() {
        if (users.decrementAndGet() == 0) {
            if (!shared) {
                lease.onlyLooked();
            }
            lease.close();
        }
    }
}
