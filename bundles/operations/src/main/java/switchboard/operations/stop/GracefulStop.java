package switchboard.operations.stop;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import switchboard.api.call.Lines;

/**
 * Stops the server when the operating system asks it to. The framework is stopped before the process ends, so
 * that models finish their runs and records are written; the exit status is 0.
 */
@Component(service = GracefulStop.class, immediate = true)
public final class GracefulStop {

    /** Framework property: how long open calls may go on, in seconds. */
    static final String LIMIT = "switchboard.drain.seconds";

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

    /**
     * Gives the launcher its main thread's work, and that is done: it stops the framework, waits for that, and ends the process
     * with 0. Were the framework stopped from here, the launcher would take it for an accident and end
     * the process with 117.
     */
    private static void stop(BundleContext context) {
        context.registerService(Runnable.class, () -> { }, FrameworkUtil.asDictionary(Map.of("main.thread", true)));
    }
}
