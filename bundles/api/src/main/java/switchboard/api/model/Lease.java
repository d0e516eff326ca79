package switchboard.api.model;

import org.osgi.annotation.versioning.ProviderType;

/** The right to use a model until the lease is closed; a retiring model waits for it. */
@ProviderType
public interface Lease<S> extends AutoCloseable {

    S model();

    /** Who provides the model, as bundle@version. */
    String owner();

    /**
     * Reports that the model failed in this use: it threw, or did not answer in time. A model that fails often is used only
     * when no other is warm. A caller's own mistake is not a failure. Reporting twice counts once.
     */
    default void failed(Throwable cause) { }

    /**
     * Says that the model was only looked at: giving it back tells nothing of how well it works, and looks must not hide how often
     * its work fails. A lease whose {@link #model} nobody asked for is not counted either.
     */
    default void onlyLooked() { }

    /** Gives the model back. Closing twice has no effect. */
    @Override
    void close();
}
