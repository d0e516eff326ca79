package switchboard.model.loader;

import java.util.concurrent.atomic.AtomicBoolean;
import switchboard.api.model.Lease;

/** A lease that is given back once, however often it is closed. Thread-safe. */
final class CountedLease<S> implements Lease<S> {

    private final S model;
    private final String owner;
    private final Runnable giveBack;
    private final AtomicBoolean open = new AtomicBoolean(true);

    CountedLease(S model, String owner, Runnable giveBack) {
        this.model = model;
        this.owner = owner;
        this.giveBack = giveBack;
    }

    @Override
    public S model() {
        return model;
    }

    @Override
    public String owner() {
        return owner;
    }

    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            giveBack.run();
        }
    }
}
