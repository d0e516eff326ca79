package switchboard.test.framework.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.BundleContext;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import switchboard.api.model.ModelRouting;
import switchboard.api.model.Models;
import switchboard.test.framework.Eventually;
import switchboard.test.framework.RunningModels;
import switchboard.test.framework.load.Report;
import switchboard.test.framework.load.ServerMemory;
import switchboard.test.framework.load.Setting;

/**
 * Every model bundle is exchanged again and again, while nobody calls: what does an exchange leave behind? As a test it looks
 * for old class loaders and second copies of native libraries; as a bench ({@code bench/run exchange-memory [rounds]}) it
 * writes down the memory as well.
 */
class ExchangeMemoryTest {

    /** Whoever made a thread that lives on is kept by it: once, however often its bundle is exchanged. Each round remembers two. */
    private static final int KEPT_ONCE = 1;

    @InjectBundleContext
    BundleContext context;
    @InjectService(timeout = 10_000)
    Models models;
    @InjectService(timeout = 10_000)
    ModelRouting routing;

    private final int rounds = Setting.of("SWITCHBOARD_EXCHANGE_ROUNDS", 1);
    private final List<String> rows = new ArrayList<>();
    private final List<String> leaking = new ArrayList<>();
    private RunningModels running;

    @BeforeEach
    void wait_for_the_models() throws InterruptedException {
        running = new RunningModels(context, models);
        running.await();
    }

    @Test
    void an_exchange_leaves_nothing_of_the_old_model_behind() throws Exception {
        for (String name : bundles()) {
            long before = ServerMemory.residentMb();
            Exchanges exchanges = new Exchanges(running, routing, what -> { }, new Patience(rounds > 1));
            for (int round = 0; round < rounds; round++) {
                exchanges.exchange(name);
            }
            long left = awaitFreed(exchanges);
            rows.add(row(name, before, exchanges, left));
            write();
            if (left > KEPT_ONCE) {
                leaking.add(name);
            }
        }
        assertThat(leaking).as("bundles of which a former class loader is still there").isEmpty();
        assertThat(ServerMemory.nativeLibraries()).as("copies of native libraries").allSatisfy((library, copies) -> assertThat(copies).isEqualTo(1));
    }

    private List<String> bundles() {
        return routing.routes().stream().map(route -> route.owner().replaceFirst("@.*", "")).distinct().sorted().toList();
    }

    /** A class loader goes when the last thread has left its code, and the collector has seen it. */
    private static long awaitFreed(Exchanges exchanges) throws InterruptedException {
        try {
            Eventually.present(() -> {
                System.gc();
                return Optional.of(exchanges.formerLoaders()).filter(left -> left == 0);
            });
            return 0;
        } catch (AssertionError e) {
            return exchanges.formerLoaders();
        }
    }

    private static String row(String name, long before, Exchanges exchanges, long left) {
        List<Long> residentMb = exchanges.residentMb();
        List<Long> settled = residentMb.subList(residentMb.size() / 5, residentMb.size());
        return String.format(Locale.ROOT, "| %s | %d | %d | %d | %d | %.3f | %d | %s |", name, residentMb.size(), before,
                settled.get(0), settled.get(settled.size() - 1), ServerMemory.slope(settled), left, residentMb);
    }

    private void write() throws Exception {
        Report.write(context, "bench-exchange-memory.md", """
                %d rounds of every model bundle, in each by a new version, by stop and start, and by update. Resident memory in MB; the slope
                is that of the last four fifths, by least squares, in MB per exchange.

                | bundle | exchanges | before | after a fifth | at the end | slope | class loaders left | after each |
                |---|---|---|---|---|---|---|---|
                %s

                native libraries and how many copies are mapped: %s
                """.formatted(rounds, String.join("\n", rows), ServerMemory.nativeLibraries().entrySet().stream()
                        .map(library -> library.getKey() + " " + library.getValue()).sorted().collect(Collectors.joining(", "))));
    }

    /** Whether the memory is measured: what a model freed is given back half a second later. */
    private record Patience(boolean measured) implements Exchanges.Pace {

        @Override
        public void settle() throws InterruptedException {
            TimeUnit.MILLISECONDS.sleep(measured ? 800 : 0);
        }

        @Override
        public void await() {}
    }
}
