package switchboard.operations.metrics;

import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.ModelStatus.State;
import switchboard.operations.calls.OpenCall;
import switchboard.operations.server.Server;

/** How the server stands at the moment it is asked: lines, calls, models, companies. */
final class ServerMetrics {

    private ServerMetrics() {}

    static void register(PrometheusRegistry registry, Server server) {
        lines(registry, server);
        models(registry, server);
        gauge("switchboard_models_quarantined", "Model bundles that were dropped in, tried, and may not serve.")
                .callback(value -> server.plugins().ifPresent(some -> value.call(some.quarantined().size()))).register(registry);
        gauge("switchboard_companies", "Companies that can be called.")
                .callback(value -> server.companies().ifPresent(some -> value.call(some.all().size()))).register(registry);
        gauge("switchboard_company_problems", "Configurations that were refused, and what else is wrong with companies.")
                .callback(value -> server.companies().ifPresent(some -> value.call(some.problems().size()))).register(registry);
    }

    /** Open calls of each company; none is a number too. */
    static void calls(PrometheusRegistry registry, Supplier<List<OpenCall>> calls, Server server) {
        gauge("switchboard_calls_open", "Calls that are open now.").labelNames("company").callback(value -> {
            Map<String, Long> open = count(calls.get(), call -> server.isCompany(call.company()) ? call.company() : Bounded.OTHER);
            server.companies().ifPresent(some -> some.all().forEach(company -> open.putIfAbsent(company.id(), 0L)));
            open.forEach((company, number) -> value.call(number, company));
        }).register(registry);
    }

    /** Of the lines; nothing while there are none. */
    private static void lines(PrometheusRegistry registry, Server server) {
        gauge("switchboard_lines_most", "The most calls at once.").callback(value -> server.lines().ifPresent(some -> value.call(some.most()))).register(registry);
        gauge("switchboard_lines_taken", "Lines that are taken now.").callback(value -> server.lines().ifPresent(some -> value.call(some.open()))).register(registry);
        gauge("switchboard_draining", "1 while new calls are refused because the server is about to stop.")
                .callback(value -> server.lines().ifPresent(some -> value.call(some.isDraining() ? 1 : 0))).register(registry);
    }

    /** Every declared model in every state: 1 for the one it is in. */
    private static void models(PrometheusRegistry registry, Server server) {
        gauge("switchboard_model_state", "1 for the state that a model is in.").labelNames("model", "kind", "owner", "state").callback(value -> {
            for (ModelStatus model : server.modelStatus()) {
                for (State state : State.values()) {
                    value.call(model.state() == state ? 1 : 0, model.label(), model.kind(), model.owner(), state.name().toLowerCase(Locale.ROOT));
                }
            }
        }).register(registry);
        gauge("switchboard_models_demoted", "Warm models that fail so often that they serve only when nothing else does.").labelNames("kind")
                .callback(value -> server.modelStatus().stream()
                        .collect(Collectors.groupingBy(ModelStatus::kind, Collectors.filtering(ServerMetrics::isDemoted, Collectors.counting())))
                        .forEach((kind, demoted) -> value.call(demoted, kind)))
                .register(registry);
    }

    private static boolean isDemoted(ModelStatus model) {
        return model.state() == State.WARM && !model.detail().isBlank();
    }

    private static <T> Map<String, Long> count(List<T> all, Function<T, String> by) {
        return all.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
    }

    private static GaugeWithCallback.Builder gauge(String name, String help) {
        return GaugeWithCallback.builder().name(name).help(help);
    }
}
