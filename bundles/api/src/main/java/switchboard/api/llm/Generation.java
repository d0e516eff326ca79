package switchboard.api.llm;

import org.osgi.annotation.versioning.ProviderType;

/** A running generation. Thread-safe. */
@ProviderType
public interface Generation extends AutoCloseable {

    /** Cancels at once, without waiting. Closing an ended generation, or closing twice, has no effect. */
    @Override
    void close();
}
