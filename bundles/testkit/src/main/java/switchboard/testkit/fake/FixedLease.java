package switchboard.testkit.fake;

import switchboard.api.model.Lease;

/** A lease that nobody counts. */
public record FixedLease<S>(S model) implements Lease<S> {

    @Override
    public String owner() {
        return "fake@1.0.0";
    }

    @Override
    public void close() { }
}
