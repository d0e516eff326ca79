package switchboard.api.model;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Model bundles that were tried and may not serve. Thread-safe. */
@ProviderType
public interface QuarantinedModels {

    /** Ordered by file name; possibly empty. */
    List<Quarantined> quarantined();

    /** Whether it is decided of every bundle that is there which may serve; false while one is on trial. */
    default boolean decided() {
        return true;
    }

    /**
     * A bundle that may not serve.
     *
     * @param file   name of its jar
     * @param bundle bundle@version, or {@code unknown}
     * @param reason why, and what to do
     */
    record Quarantined(String file, String bundle, String reason) {}
}
