package switchboard.model.loader;

import org.osgi.framework.Bundle;
import org.osgi.framework.Version;

/**
 * Where a model comes from.
 *
 * @param bundle  the bundle's id
 * @param name    the bundle's symbolic name
 * @param version the bundle's version
 * @param arrival counts the models that came before it
 */
record Origin(long bundle, String name, Version version, long arrival) {

    static Origin of(Bundle bundle, long arrival) {
        return new Origin(bundle.getBundleId(), bundle.getSymbolicName(), bundle.getVersion(), arrival);
    }

    /** As bundle@version. */
    String owner() {
        return name + "@" + version;
    }
}
