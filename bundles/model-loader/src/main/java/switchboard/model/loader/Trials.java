package switchboard.model.loader;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.framework.Bundle;

/** The trials of all bundles that had one and are still installed. Thread-safe. */
final class Trials {

    private final Map<Long, BundleTrial> byBundle = new ConcurrentHashMap<>();

    BundleTrial begin(Bundle bundle) {
        byBundle.values().removeIf(BundleTrial::over);
        BundleTrial trial = new BundleTrial(bundle);
        if (byBundle.putIfAbsent(bundle.getBundleId(), trial) != null) {
            throw new IllegalStateException("%s had its trial".formatted(bundle.getSymbolicName()));
        }
        return trial;
    }

    Optional<BundleTrial> of(Bundle bundle) {
        return Optional.ofNullable(byBundle.get(bundle.getBundleId()));
    }

    /** Whether the bundle's models are nobody's business. */
    boolean hides(Bundle bundle) {
        return of(bundle).filter(trial -> !trial.approved()).isPresent();
    }
}
