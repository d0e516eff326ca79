package switchboard.model.loader;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import switchboard.api.metrics.Metric;
import switchboard.api.model.ModelRouting.Route;

/** What happened to models, and who uses them now, for whoever watches. Thread-safe. */
final class ModelCounts {

    private final Map<Happened, LongAdder> happened = new ConcurrentHashMap<>();

    /** What may happen to a model. */
    enum Event {
        /** It was published: from now on it serves. */
        WARM,
        RETIRED, SWAPPED, CANARY, SHADOW, ROLLED_BACK
    }

    private record Happened(String kind, Event event) {}

    private record Owner(String kind, String owner) {}

    /** @param kind simple name of the contract */
    void happened(String kind, Event event) {
        happened.computeIfAbsent(new Happened(kind, event), first -> new LongAdder()).increment();
    }

    /** Counts what the operator has done. */
    Route counted(Route done, Event event) {
        happened(done.kind(), event);
        return done;
    }

    /** @param residents all models there are */
    List<Metric> metrics(Collection<? extends Resident<?>> residents) {
        List<Metric> metrics = new ArrayList<>();
        happened.forEach((what, count) -> metrics.add(new Metric.Counter("switchboard_model_events",
                "What happened to models: warm, retired, swapped, canary, shadow, rolled_back.",
                Map.of("kind", what.kind, "event", what.event.name().toLowerCase(Locale.ROOT)), count.sum())));
        residents.stream().collect(Collectors.groupingBy(model -> new Owner(model.kind(), model.owner()), Collectors.summingInt(Resident::openLeases)))
                .forEach((owner, open) -> metrics.add(new Metric.Gauge("switchboard_model_leases_open", "Uses of models that have not ended.",
                        Map.of("kind", owner.kind, "owner", owner.owner), open)));
        return metrics;
    }
}
