package switchboard.operations.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import switchboard.api.metrics.Metric;
import switchboard.api.metrics.Metric.Bucket;
import switchboard.api.metrics.Metric.Counter;
import switchboard.api.metrics.Metric.Gauge;
import switchboard.api.metrics.Metric.Histogram;
import switchboard.api.metrics.MetricSource;
import switchboard.operations.FakeCompanies;
import switchboard.operations.FakeLines;
import switchboard.operations.FakeModels;
import switchboard.operations.Got;
import switchboard.operations.calls.OpenCalls;
import switchboard.operations.server.Server;

/** What other bundles show of themselves. */
class ShownTest {

    private static final Metric COUNTER = new Counter("switchboard_cups", "Cups that were filled.", Map.of("of", "tea"), 3);

    @Test
    void counters_gauges_and_histograms_are_shown_with_their_labels() {
        assertThat(shown(() -> List.of(COUNTER, new Counter("switchboard_cups", "Cups that were filled.", Map.of("of", "milk"), 4),
                new Gauge("switchboard_spoons", "Spoons in the drawer.", Map.of(), 5),
                new Histogram("switchboard_sip_seconds", "How long a sip took.", Map.of(), List.of(new Bucket(.5, 2), new Bucket(Double.POSITIVE_INFINITY, 1)), 4.5))))
                .contains("# TYPE switchboard_cups_total counter", "switchboard_cups_total{of=\"tea\"} 3.0", "switchboard_cups_total{of=\"milk\"} 4.0",
                        "switchboard_spoons 5.0", "# TYPE switchboard_sip_seconds histogram", "switchboard_sip_seconds_bucket{le=\"0.5\"} 2",
                        "switchboard_sip_seconds_bucket{le=\"+Inf\"} 3", "switchboard_sip_seconds_count 3", "switchboard_sip_seconds_sum 4.5");
    }

    @Test
    void several_sources_may_share_a_name() {
        assertThat(shown(() -> List.of(COUNTER), () -> List.of(new Counter("switchboard_cups", "Cups that were filled.", Map.of("of", "milk"), 4))))
                .contains("switchboard_cups_total{of=\"tea\"} 3.0", "switchboard_cups_total{of=\"milk\"} 4.0")
                .filteredOn("# TYPE switchboard_cups_total counter"::equals).hasSize(1);
    }

    @Test
    void a_source_that_fails_costs_its_own_numbers_only() {
        MetricSource broken = () -> {
            throw new IllegalStateException("broken");
        };
        Metric misnamed = new Gauge("no name", "A name with a space.", Map.of("no label", "x"), 1);
        Metric another = new Gauge("switchboard_cups", "A gauge with a counter's name.", Map.of(), 1);

        assertThat(shown(broken, () -> List.of(misnamed), () -> List.of(COUNTER), () -> List.of(COUNTER, another)))
                .contains("switchboard_cups_total{of=\"tea\"} 3.0", "# TYPE jvm_threads_current gauge")
                .noneMatch(line -> line.startsWith("switchboard_cups "));
    }

    @Test
    void the_server_s_own_names_cannot_be_taken() {
        assertThat(shown(() -> List.of(new Gauge("switchboard_lines_most", "Mine.", Map.of(), -7)))).contains("switchboard_lines_most 8.0")
                .doesNotContain("switchboard_lines_most -7.0");
    }

    @Test
    void of_one_metric_only_so_many_are_shown() {
        List<Metric> many = new ArrayList<>();
        for (int i = 0; i < 2 * MetricSource.MOST_SERIES; i++) {
            many.add(new Gauge("switchboard_spoons", "Spoons.", Map.of("call", String.valueOf(i)), i));
        }

        assertThat(shown(() -> many)).filteredOn(line -> line.startsWith("switchboard_spoons{")).hasSize(MetricSource.MOST_SERIES);
    }

    @Test
    void a_histogram_without_end_is_a_mistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Histogram("switchboard_sip_seconds", "", Map.of(), List.of(new Bucket(1, 1)), 1))
                .withMessageContaining("infinite");
    }

    private static List<String> shown(MetricSource... sources) {
        Metrics metrics = new Metrics(new OpenCalls(), new Server(new FakeModels(), new FakeLines(1, 8), new FakeCompanies("acme"), null), sources);
        return Got.from(metrics).body().lines().toList();
    }
}
