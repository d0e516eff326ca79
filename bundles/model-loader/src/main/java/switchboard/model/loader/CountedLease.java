package switchboard.model.loader;

import java.util.concurrent.atomic.AtomicBoolean;
import switchboard.api.model.Lease;

/** A lease that is given back once, however often it is closed, and fails once at most. Thread-safe. */
final class CountedLease<S> implements Lease<S> {

    /** Who lent the model. */
    interface Lender {

        void failed(Throwable cause);

        /** @param well whether it did its work and did not fail */
        void returned(boolean well);
    }

    private final S model;
    private final String owner;
    private final Lender lender;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final AtomicBoolean failed = new AtomicBoolean();
    private volatile boolean used;
    private volatile boolean looked;

    CountedLease(S model, String owner, Lender lender) {
        this.model = model;
        this.owner = owner;
        this.lender = lender;
    }

    @Override
    public S model() {
        used = true;
        return model;
    }

    @Override
    public String owner() {
        return owner;
    }

    @Override
    public void failed(Throwable cause) {
        if (open.get() && failed.compareAndSet(false, true)) {
            lender.failed(cause);
        }
    }

    @Override
    public void onlyLooked() {
        looked = true;
    }

    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            lender.returned(used && !looked && !failed.get());
        }
    }
}
