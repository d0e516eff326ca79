package switchboard.api.company;

import org.osgi.annotation.versioning.ProviderType;

/**
 * What configurations only name: keys and passwords. Each is an environment variable of the server or, if there is none, a
 * file of that name in the server's folder of secrets, which nobody but the server's own user may read.
 *
 * <p>Thread-safe. Read anew each time, because a secret may be exchanged while the server runs; takes far less than a
 * millisecond.
 */
@ProviderType
public interface Secrets {

    /**
     * @param name upper-case letters, digits and underscores
     * @return not blank, without white space around it; not to be logged
     * @throws SecretException if there is none, or others could read it
     */
    String get(String name) throws SecretException;
}
