package switchboard.plugins;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.Models;
import switchboard.plugins.sample.Unfit;

/** A plugin's bundle in the framework. Thread-safe. */
record PluginBundle(PluginJar jar, Bundle bundle, Models models) implements Admission.Running {

    private static final Logger log = LoggerFactory.getLogger(PluginBundle.class);
    /** More than the ten seconds for which a retiring model waits for its leases. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Override
    public Optional<Unfit> complaint() {
        return models.status().stream()
                .filter(model -> model.owner().equals(jar.owner()) && model.state() == ModelStatus.State.WARM && !model.detail().isEmpty())
                .filter(this::canBeSpared)
                .map(model -> new Unfit("%s %s".formatted(model.label(), model.detail()), "See the server's log of that time; correct the model."))
                .findFirst();
    }

    @Override
    public void remove() {
        remove(bundle);
    }

    /** Stops and uninstalls; what hangs is left to itself after a while. */
    static void remove(Bundle bundle) {
        boolean interrupted = Thread.interrupted();
        try {
            Foreign.call("plugin-stop", PATIENCE, () -> {
                uninstall(bundle);
                return bundle;
            });
        } catch (TimeoutException e) {
            log.error("bundle={} event=stuck its code does not return; it is gone when the server restarts", bundle.getSymbolicName());
        } catch (ExecutionException e) {
            log.warn("bundle={} event=uninstall-failed", bundle.getSymbolicName(), e.getCause());
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void uninstall(Bundle bundle) throws BundleException {
        if (bundle.getState() == Bundle.UNINSTALLED) {
            return;
        }
        try {
            bundle.stop(Bundle.STOP_TRANSIENT);
        } catch (BundleException e) {
            log.warn("bundle={} event=stop-failed", bundle.getSymbolicName(), e);
        }
        bundle.uninstall();
    }

    /** Whether another model of the kind is warm. */
    private boolean canBeSpared(ModelStatus poor) {
        return models.status().stream().anyMatch(model -> model.kind().equals(poor.kind()) && model.state() == ModelStatus.State.WARM
                && !model.owner().equals(poor.owner()));
    }
}
