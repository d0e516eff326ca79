package switchboard.operations.metrics;

import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;

/**
 * The process and its JVM, under the names that Prometheus's own client libraries use. Models live outside the heap: only
 * the resident set shows them.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/writing_clientlibs/#process-metrics">process metrics</a>
 */
final class ProcessMetrics {

    private static final long PAGE_BYTES = 4096;

    private ProcessMetrics() {}

    /** @param proc {@code /proc/self}; what cannot be read there is left out */
    static void register(PrometheusRegistry registry, Path proc) {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        gauge("jvm_memory_used_bytes", "Memory that the JVM uses itself.").labelNames("area").callback(value -> {
            value.call(memory.getHeapMemoryUsage().getUsed(), "heap");
            value.call(memory.getNonHeapMemoryUsage().getUsed(), "nonheap");
        }).register(registry);
        single(registry, "jvm_memory_max_bytes", "The most that the heap may take.", () -> memory.getHeapMemoryUsage().getMax());
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        single(registry, "jvm_threads_current", "Threads that run.", threads::getThreadCount);
        single(registry, "process_start_time_seconds", "When the process was started, in seconds since 1970.",
                () -> ManagementFactory.getRuntimeMXBean().getStartTime() / 1e3);
        List<GarbageCollectorMXBean> collectors = ManagementFactory.getGarbageCollectorMXBeans();
        CounterWithCallback.builder().name("jvm_gc_seconds").help("Time spent on collecting garbage.").labelNames("gc")
                .callback(value -> collectors.forEach(one -> value.call(Math.max(0, one.getCollectionTime()) / 1e3, one.getName()))).register(registry);
        gauge("process_resident_memory_bytes", "Memory of the process that is in RAM, models included.")
                .callback(value -> residentBytes(proc).ifPresent(value::call)).register(registry);
        gauge("process_open_fds", "Open files and sockets.").callback(value -> openFiles(proc).ifPresent(value::call)).register(registry);
    }

    /** The second field of {@code statm}, in pages; see proc(5). */
    static Optional<Double> residentBytes(Path proc) {
        try {
            return Optional.of(Double.parseDouble(Files.readString(proc.resolve("statm")).split(" ")[1]) * PAGE_BYTES);
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // no Linux
        }
    }

    private static Optional<Double> openFiles(Path proc) {
        try (Stream<Path> files = Files.list(proc.resolve("fd"))) {
            return Optional.of((double) files.count());
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static void single(PrometheusRegistry registry, String name, String help, DoubleSupplier now) {
        gauge(name, help).callback(value -> value.call(now.getAsDouble())).register(registry);
    }

    private static GaugeWithCallback.Builder gauge(String name, String help) {
        return GaugeWithCallback.builder().name(name).help(help);
    }
}
