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
 * that models finish their runs and records are written; the exit status is 0. Idle if the framework property
 * {@value #LIMIT} is not set: who embeds the framework stops it.
 */
@Component(service = GracefulStop.class, immediate = true)
public final class GracefulStop {

    /** Framework property: how long open calls may go on, in seconds. */
    static final String LIMIT = "switchboard.drain.seconds";

    private final Drain drain;
    private final Optional<Signals> signals;

    @Activate
    public GracefulStop(BundleContext context) throws ReflectiveOperationException {
        Optional<String> seconds = Optional.ofNullable(context.getProperty(LIMIT));
        drain = new Drain(Duration.ofSeconds(Long.parseLong(seconds.orElse("0"))), () -> stop(context));
        signals = seconds.isPresent() ? Optional.of(new Signals(drain::ask, "TERM", "INT")) : Optional.empty();
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
        if (signals.isPresent()) {
            signals.get().close();
        }
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
