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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
    private static final Map<String, String> KINDS = Map.of("RssAnon", "anonymous", "RssFile", "file", "RssShmem", "shared");

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
        gauge("switchboard_resident_memory_bytes", "The same by kind: anonymous (heaps, Java's and native), file (weights that are mapped), shared.")
                .labelNames("kind").callback(value -> residentByKind(proc).forEach((kind, bytes) -> value.call(bytes, kind))).register(registry);
        gauge("process_virtual_memory_bytes", "Addresses that the process has taken, in RAM or not.")
                .callback(value -> pages(proc, 0).ifPresent(value::call)).register(registry);
        gauge("process_open_fds", "Open files and sockets.").callback(value -> openFiles(proc).ifPresent(value::call)).register(registry);
        gauge("process_max_fds", "How many may be open.").callback(value -> mostFiles(proc).ifPresent(value::call)).register(registry);
        CounterWithCallback.builder().name("process_cpu_seconds").help("Time that processors spent on the process.")
                .callback(value -> ProcessHandle.current().info().totalCpuDuration().ifPresent(used -> value.call(used.toNanos() / 1e9))).register(registry);
    }

    static Optional<Double> residentBytes(Path proc) {
        return pages(proc, 1);
    }

    /** A field of {@code statm}, which counts in pages, in bytes; see proc(5). */
    private static Optional<Double> pages(Path proc, int field) {
        try {
            return Optional.of(Double.parseDouble(Files.readString(proc.resolve("statm")).split(" ")[field]) * PAGE_BYTES);
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // no Linux
        }
    }

    /** Of {@code status}: lines such as {@code RssAnon:	  123 kB}; see proc(5). */
    private static Map<String, Double> residentByKind(Path proc) {
        Map<String, Double> bytes = new TreeMap<>();
        try (Stream<String> lines = Files.lines(proc.resolve("status"))) {
            lines.map(line -> line.split("[:\\s]+")).filter(words -> KINDS.containsKey(words[0]))
                    .forEach(words -> bytes.put(KINDS.get(words[0]), Double.parseDouble(words[1]) * 1024));
        } catch (IOException | RuntimeException e) {
            return Map.of();
        }
        return bytes;
    }

    /** Of {@code limits}: {@code Max open files  soft  hard  files}. */
    private static Optional<Double> mostFiles(Path proc) {
        try (Stream<String> lines = Files.lines(proc.resolve("limits"))) {
            return lines.filter(line -> line.startsWith("Max open files")).map(line -> Double.parseDouble(line.split("\\s+")[3])).findFirst();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
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
