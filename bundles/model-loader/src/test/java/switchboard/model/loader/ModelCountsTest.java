package switchboard.model.loader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import switchboard.api.metrics.Metric;
import switchboard.api.model.Lease;
import switchboard.api.model.LoadedModel;
import switchboard.api.model.ModelDescription;
import switchboard.api.model.ModelStatus.State;

@Timeout(20)
class ModelCountsTest {

    private final FakeFramework framework = new FakeFramework();
    private final ModelHome home = new ModelHome(framework.bundle("switchboard.model.loader", "1.0.0"));

    @AfterEach
    void stop() {
        home.stop();
    }

    @Test
    void models_that_come_and_go_and_are_exchanged_are_counted_by_kind() {
        LoadedModel first = load("a", "1.0");
        load("b", "2.0");
        home.swap("a");
        home.rollback("String");
        first.close();

        assertThat(numbers()).containsEntry("switchboard_model_events{event=warm, kind=String}", 2.0)
                .containsEntry("switchboard_model_events{event=swapped, kind=String}", 1.0)
                .containsEntry("switchboard_model_events{event=rolled_back, kind=String}", 1.0)
                .containsEntry("switchboard_model_events{event=retired, kind=String}", 1.0);
    }

    @Test
    void leases_are_shown_by_owner_while_they_are_open() {
        load("a", "1.0");
        String open = "switchboard_model_leases_open{kind=String, owner=a@1.0.0}";
        try (Lease<String> lease = home.lease(String.class, "").orElseThrow()) {
            assertThat(lease.owner()).isEqualTo("a@1.0.0");
            assertThat(numbers()).containsEntry(open, 1.0);
        }
        assertThat(numbers()).containsEntry(open, 0.0);
    }

    private LoadedModel load(String name, String version) {
        LoadedModel loaded = home.load(framework.bundle(name, "1.0.0"), new ModelDescription<>(String.class, name, name, version, Set.of("en"), 0), () -> name);
        while (home.status().stream().noneMatch(model -> model.label().equals(name) && model.state() == State.WARM)
                || events("warm") < home.status().size()) {
            Thread.onSpinWait();
        }
        return loaded;
    }

    private double events(String event) {
        return numbers().getOrDefault("switchboard_model_events{event=" + event + ", kind=String}", 0.0);
    }

    private Map<String, Double> numbers() {
        return home.metrics().stream().collect(Collectors.toMap(metric -> metric.name() + new TreeMap<>(metric.labels()),
                metric -> metric instanceof Metric.Counter counter ? counter.value() : ((Metric.Gauge) metric).value()));
    }
}
