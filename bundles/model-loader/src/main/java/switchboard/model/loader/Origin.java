package switchboard.model.loader;

import org.osgi.framework.Bundle;
import org.osgi.framework.Version;

/**
 * Where a model comes from.
 *
 * @param name    the bundle's symbolic name
 * @param version the bundle's version
 * @param arrival counts the models that came before it
 */
record Origin(String name, Version version, long arrival) {

    static Origin of(Bundle bundle, long arrival) {
        return new Origin(bundle.getSymbolicName(), bundle.getVersion(), arrival);
    }

    /** As bundle@version. */
    String owner() {
        return name + "@" + version;
    }
}
