package switchboard.conversation.speech;

import java.util.concurrent.atomic.AtomicInteger;
import switchboard.api.model.Lease;

/** A lease that two threads use, one of which may leave the other behind: given back when both have closed it. Thread-safe. */
final class Loan<S> implements AutoCloseable {

    private final Lease<S> lease;
    private final AtomicInteger users = new AtomicInteger(1);

    Loan(Lease<S> lease) {
        this.lease = lease;
    }

    Lease<S> lease() {
        return lease;
    }

    /** One more uses it, and closes it too. */
    Loan<S> shared() {
        users.incrementAndGet();
        return this;
    }

    /** Called once by each. */
    @Override
    public void close() {
        if (users.decrementAndGet() == 0) {
            lease.close();
        }
    }
}
