package switchboard.api.model;

import org.osgi.annotation.versioning.ProviderType;

/** A model that is loading, warm, or retired. */
@ProviderType
public interface LoadedModel extends AutoCloseable {

    /**
     * Retires the model: withdraws the service, waits for its leases to end (ten seconds at most), then closes it. A load
     * that is still running is closed when it ends. Closing twice has no effect.
     */
    @Override
    void close();
}
