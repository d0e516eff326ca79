package switchboard.operations.stop;

import java.time.Duration;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.call.Lines;

/**
 * Stops the server when the operating system asks it to. The framework is stopped first, so that models end their runs and
 * records are written; its launcher then ends the process with 0.
 */
@Component(service = GracefulStop.class, immediate = true)
public final class GracefulStop {

    /** Framework property: how long open calls may go on, in seconds. */
    static final String LIMIT = "switchboard.drain.seconds";

    private static final Logger log = LoggerFactory.getLogger(GracefulStop.class);
    private static final String DEFAULT_SECONDS = "30";

    private final Drain drain;
    private final Signals signals;

    @Activate
    public GracefulStop(BundleContext context) throws ReflectiveOperationException {
        long seconds = Long.parseLong(Optional.ofNullable(context.getProperty(LIMIT)).orElse(DEFAULT_SECONDS));
        drain = new Drain(Duration.ofSeconds(seconds), () -> stop(context));
        signals = new Signals(drain::ask, "TERM", "INT");
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addLines(Lines lines) {
        drain.add(lines);
    }

    void removeLines(Lines lines) {
        drain.remove(lines);
    }

    @Deactivate
    void close() throws ReflectiveOperationException {
        signals.close();
    }

    private static void stop(BundleContext context) {
        try {
            context.getBundle(0).stop();
        } catch (BundleException e) {
            log.error("the server could not be stopped in order", e);
        }
    }
}
