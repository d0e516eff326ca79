package switchboard.model.loader;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.Filter;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelStatus.State;

/** All models, in the order in which they are leased. Thread-safe. */
final class Residents {

    private static final Comparator<Choice> ORDER = Comparator.comparing((Choice choice) -> choice.preference.demoted())
            .thenComparing(Choice::place).thenComparing(Choice::preference);

    private final List<Resident<?>> all = new CopyOnWriteArrayList<>();
    private final Routing routing;

    Residents(Routing routing) {
        this.routing = routing;
    }

    void add(Resident<?> resident) {
        all.add(resident);
    }

    void remove(Resident<?> resident) {
        all.remove(resident);
    }

    List<Resident<?>> all() {
        return List.copyOf(all);
    }

    boolean has(Bundle bundle) {
        return all.stream().anyMatch(resident -> resident.belongsTo(bundle));
    }

    /** The best that fits, but of none of certain owners. */
    <S> Optional<Lease<S>> lease(Class<S> kind, Filter filter, String callId, Set<String> except) {
        routing.seen(callId);
        Stream<Resident<?>> fitting = all.stream().filter(resident -> resident.description().kind() == kind && resident.matches(filter));
        return ordered(fitting.filter(resident -> !except.contains(resident.owner())), callId)
                .map(resident -> resident.lease(kind)).flatMap(Optional::stream).findFirst();
    }

    /** A certain one, if it is warm. */
    <S> Optional<Lease<S>> lease(Class<S> kind, String owner) {
        return all.stream().filter(resident -> resident.description().kind() == kind && resident.owner().equals(owner))
                .map(resident -> resident.lease(kind)).flatMap(Optional::stream).findFirst();
    }

    /** The warm ones of a kind, as a call would try them that is no canary's. */
    List<Resident<?>> warm(String kind) {
        return ordered(warm().filter(resident -> resident.kind().equals(kind)), "").toList();
    }

    Stream<Resident<?>> warm() {
        return all.stream().filter(resident -> !resident.heldBack() && resident.status().state() == State.WARM);
    }

    private Stream<Resident<?>> ordered(Stream<Resident<?>> residents, String callId) {
        return residents.map(resident -> new Choice(resident.preference(), routing.place(resident.kind(), resident.owner(), callId), resident))
                .sorted(ORDER).map(Choice::resident);
    }

    /** A model with what orders it, read once, so that the order holds while it is sorted. */
    private record Choice(Preference preference, int place, Resident<?> resident) {}
}
