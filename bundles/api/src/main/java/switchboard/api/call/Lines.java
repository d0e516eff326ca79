package switchboard.api.call;

import org.osgi.annotation.versioning.ProviderType;

/** The lines of this server: how many are taken, and whether calls are accepted. Thread-safe. */
@ProviderType
public interface Lines {

    /** Calls that are open now. */
    int open();

    /** The most calls at once. */
    int most();

    /** Whether new calls are refused because the server is about to stop. */
    boolean isDraining();

    /** From now on new calls are refused; open ones go on. */
    void drain();
}
