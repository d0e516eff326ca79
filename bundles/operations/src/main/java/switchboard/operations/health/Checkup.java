package switchboard.operations.health;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.StreamSupport;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.Result.Status;
import org.apache.felix.hc.api.ResultLog;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import switchboard.api.metrics.Metric;
import switchboard.api.metrics.MetricSource;

/**
 * Runs every {@link HealthCheck} that is tagged {@code ready}, whoever registered it: side by side, each for two seconds at most,
 * and none a second time while it still runs. Thread-safe.
 *
 * <p>Only Felix's contract is used, not its executor: docs/adr/0019 says why.
 */
@Component(service = {Checkup.class, MetricSource.class})
public final class Checkup implements MetricSource {

    /** Registered by this bundle; before they are, nothing can be said. */
    private static final List<String> OWN = List.of("models", "lines", "companies");
    private static final long PATIENCE_MS = 2_000;

    private final ExecutorService executor = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "health");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<HealthCheck, CompletableFuture<Finding>> running = new ConcurrentHashMap<>();
    private final Map<HealthCheck, String> checks = new ConcurrentHashMap<>();
    private final long patienceMs;

    /**
     * What one check has found. The names are the wire's.
     *
     * @param messages why, in words; of a check that does not let calls be taken not its warnings
     */
    record Finding(String name, Status status, List<String> messages) {

        /** Whether a call can be taken in spite of it; a warning is for people. */
        boolean isReady() {
            return status.compareTo(Status.WARN) <= 0;
        }
    }

    @Activate
    public Checkup() {
        this(PATIENCE_MS);
    }

    Checkup(long patienceMs) {
        this.patienceMs = patienceMs;
    }

    @Reference(target = "(" + HealthCheck.TAGS + "=ready)", cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void bind(HealthCheck check, Map<String, Object> properties) {
        checks.put(check, Objects.toString(properties.get(HealthCheck.NAME), check.getClass().getSimpleName()));
    }

    void unbind(HealthCheck check) {
        checks.remove(check);
        running.remove(check);
    }

    @Deactivate
    void stop() {
        executor.shutdownNow();
    }

    /** What all checks find now: those of this bundle first, then in the order of their names. Takes two seconds at most. */
    List<Finding> run() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(patienceMs);
        List<Map.Entry<String, CompletableFuture<Finding>>> asked =
                checks.entrySet().stream().map(check -> Map.entry(check.getValue(), begin(check.getKey(), check.getValue()))).toList();
        List<Finding> findings = new ArrayList<>();
        asked.forEach(check -> findings.add(await(check.getKey(), check.getValue(), end - System.nanoTime())));
        OWN.stream().filter(name -> findings.stream().noneMatch(found -> found.name.equals(name)))
                .forEach(name -> findings.add(new Finding(name, Status.TEMPORARILY_UNAVAILABLE, List.of(name + ": not looked at yet"))));
        findings.sort(Comparator.comparing((Finding found) -> order(found.name)).thenComparing(Finding::name));
        return findings;
    }

    @Override
    public List<Metric> metrics() {
        List<Finding> findings = run();
        List<Metric> metrics = new ArrayList<>();
        metrics.add(new Metric.Gauge("switchboard_ready", "1 if the next call would be taken.", Map.of(), findings.stream().allMatch(Finding::isReady) ? 1 : 0));
        findings.forEach(found -> metrics.add(new Metric.Gauge("switchboard_check_ok", "1 for a health check in whose opinion calls can be taken.",
                Map.of("check", found.name), found.isReady() ? 1 : 0)));
        return metrics;
    }

    private CompletableFuture<Finding> begin(HealthCheck check, String name) {
        return running.computeIfAbsent(check, fresh -> CompletableFuture.supplyAsync(() -> look(fresh, name), executor));
    }

    private Finding look(HealthCheck check, String name) {
        try {
            Result result = check.execute();
            Status least = result.getStatus().compareTo(Status.WARN) > 0 ? Status.TEMPORARILY_UNAVAILABLE : Status.WARN;
            return new Finding(name, result.getStatus(), StreamSupport.stream(result.spliterator(), false)
                    .filter(entry -> entry.getStatus().compareTo(least) >= 0).map(ResultLog.Entry::getMessage).toList());
        } catch (RuntimeException | LinkageError e) {
            return new Finding(name, Status.HEALTH_CHECK_ERROR, List.of(name + ": the check failed: " + e));
        } finally {
            running.remove(check);
        }
    }

    private Finding await(String name, CompletableFuture<Finding> looking, long waitNs) {
        try {
            return looking.get(Math.max(0, waitNs), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return new Finding(name, Status.HEALTH_CHECK_ERROR, List.of(name + ": the check takes longer than " + patienceMs + " ms"));
        } catch (ExecutionException e) {
            return new Finding(name, Status.HEALTH_CHECK_ERROR, List.of(name + ": the check failed: " + e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Finding(name, Status.HEALTH_CHECK_ERROR, List.of(name + ": the server stops"));
        }
    }

    private static int order(String name) {
        int own = OWN.indexOf(name);
        return own < 0 ? Integer.MAX_VALUE : own;
    }
}
