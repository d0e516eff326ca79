package switchboard.api.model;

import org.osgi.annotation.versioning.ProviderType;

/** The right to use a model until the lease is closed; a retiring model waits for it. */
@ProviderType
public interface Lease<S> extends AutoCloseable {

    S model();

    /** Who provides the model, as bundle@version. */
    String owner();

    /** Gives the model back. Closing twice has no effect. */
    @Override
    void close();
}
