package switchboard.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.SynchronousBundleListener;

/**
 * The start-up ledger: who was busy from when to when, until the server takes calls. It hears of everything from the
 * framework: bundles say when they start, and models tell with their service what their load has cost. Thread-safe.
 */
final class Timing {

    /** System property: the file for the ledger as JSON. */
    static final String FILE = "switchboard.timing";

    /** Registered when there is a warm model of every kind; then offers are accepted. */
    private static final String READY = "switchboard.signaling.AllModels";
    /** Shorter ones are counted together. */
    private static final long LEAST_MS = 15;

    /**
     * One line.
     *
     * @param cpuMs what the thread computed; -1 if nobody knows
     * @param bytes what it read by system calls; -1 if nobody knows
     */
    record Row(String name, String thread, long fromMs, long toMs, long cpuMs, long bytes) {}

    private record Began(long atMs, Cost cost) {}

    private final long bornMs = Cost.bornMs();
    private final Path file;
    private final List<Row> rows = new CopyOnWriteArrayList<>();
    private final Map<Bundle, Began> starting = new ConcurrentHashMap<>();
    private final AtomicBoolean told = new AtomicBoolean();
    private long lastMs;

    private Timing(Path file) {
        this.file = file;
    }

    /** A ledger that nobody asked for costs nothing: then every phase is only run. */
    static Phases phases() {
        String file = System.getProperty(FILE, "");
        return file.isEmpty() ? new Phases() : new Timing(Path.of(file)).phases(System.currentTimeMillis());
    }

    /** What the launcher says of itself. */
    static class Phases {

        void ended(String phase) { }

        void listen(BundleContext context) { }
    }

    private Phases phases(long mainMs) {
        rows.add(new Row("JVM", "main", 0, mainMs - bornMs, -1, -1));
        lastMs = mainMs;
        return new Phases() {
            @Override
            void ended(String phase) {
                long now = System.currentTimeMillis();
                rows.add(new Row(phase, "main", lastMs - bornMs, now - bornMs, -1, -1));
                lastMs = now;
            }

            @Override
            void listen(BundleContext context) {
                context.addBundleListener((SynchronousBundleListener) Timing.this::bundleChanged);
                context.addServiceListener(Timing.this::serviceChanged);
            }
        };
    }

    private void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.STARTING) {
            starting.put(event.getBundle(), new Began(System.currentTimeMillis(), Cost.now()));
        } else if (event.getType() == BundleEvent.STARTED && starting.containsKey(event.getBundle())) {
            Began began = starting.remove(event.getBundle());
            Cost cost = Cost.now().since(began.cost());
            rows.add(new Row("start " + event.getBundle().getSymbolicName(), Thread.currentThread().getName(), began.atMs() - bornMs,
                    System.currentTimeMillis() - bornMs, cost.cpuNs() / 1_000_000, cost.bytes()));
        }
    }

    private void serviceChanged(ServiceEvent event) {
        ServiceReference<?> service = event.getServiceReference();
        if (event.getType() != ServiceEvent.REGISTERED) {
            return;
        }
        if (service.getProperty("load.began.ms") instanceof Long began && service.getProperty("load.ms") instanceof Long took
                && service.getProperty("load.cpu.ms") instanceof Long cpu && service.getProperty("load.read.bytes") instanceof Long bytes) {
            rows.add(new Row("load " + service.getProperty("model"), String.valueOf(service.getProperty("load.thread")),
                    began - bornMs, began + took - bornMs, cpu, bytes));
        }
        if (List.of((String[]) service.getProperty("objectClass")).contains(READY) && told.compareAndSet(false, true)) {
            tell(System.currentTimeMillis() - bornMs);
        }
    }

    private void tell(long readyMs) {
        TimingReport report = new TimingReport(readyMs, rows.stream().filter(row -> row.toMs() - row.fromMs() >= LEAST_MS).toList(),
                rows.stream().filter(row -> row.toMs() - row.fromMs() < LEAST_MS).toList(), Cost.byThread());
        System.out.print(report.chart());
        try {
            Files.writeString(file, report.json());
        } catch (IOException e) {
            System.err.println("the ledger could not be written: " + e);
        }
    }
}
