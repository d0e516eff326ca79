package switchboard.model.loader;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.management.JMException;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives back to the system what retired models have freed. The C library keeps freed memory in the arena of whichever thread
 * allocated it, and every load runs on another thread: without this some exchanges of a recogniser leave 240 MB behind.
 * Where the Java runtime cannot ask the library to let go (no Linux, or older than 17.0.9) nothing happens. Thread-safe.
 */
final class FreedMemory implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FreedMemory.class);
    /** The model's bundle may have more to close than the model. */
    private static final Duration AFTER = Duration.ofMillis(500);

    private final Runnable trim;
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread lowest = new Thread(task, "freed-memory");
        lowest.setDaemon(true);
        lowest.setPriority(Thread.MIN_PRIORITY);
        return lowest;
    });

    FreedMemory() {
        this(FreedMemory::trim);
    }

    FreedMemory(Runnable trim) {
        this.trim = trim;
    }

    /** Does it half a second later, once for all that is retired until then. Returns at once. */
    void giveBackSoon() {
        if (!thread.isShutdown() && scheduled.compareAndSet(false, true)) {
            thread.schedule(() -> {
                scheduled.set(false);
                trim.run();
            }, AFTER.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Nothing is given back any more; the process is about to end. */
    @Override
    public void close() {
        thread.shutdownNow();
    }

    private static void trim() {
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "systemTrimNativeHeap", null, null);
        } catch (JMException | RuntimeException e) {
            log.debug("event=memory-kept", e);
        }
    }
}
