package switchboard.model.loader;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.model.ModelRouting;
import switchboard.model.loader.shadow.Shadows;

/** Finds the model that the operator means, and changes the rules. Thread-safe. */
final class Switchyard implements ModelRouting {

    private static final Logger log = LoggerFactory.getLogger(Switchyard.class);

    /** What a name may be, the most exact first. */
    private static final List<BiPredicate<Resident<?>, String>> NAMES = List.of(
            (model, name) -> model.owner().equals(name),
            (model, name) -> isVersioned(model, name),
            (model, name) -> model.description().model().equals(name),
            (model, name) -> model.owner().startsWith(name + "@"),
            (model, name) -> model.description().label().equalsIgnoreCase(name));

    private final Residents residents;
    private final Routing routing;
    private final Shadows shadows;

    Switchyard(Residents residents, Routing routing, Shadows shadows) {
        this.residents = residents;
        this.routing = routing;
        this.shadows = shadows;
    }

    @Override
    public Route swap(String name) {
        Resident<?> model = find(name);
        routing.prefer(model.kind(), model.owner());
        log.info("event=swap kind={} owner={}", model.kind(), model.owner());
        return route(model);
    }

    @Override
    public Route canary(String name, int percent) {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("percent must be from 0 to 100, got " + percent);
        }
        Resident<?> model = find(name);
        if (percent > 0 && residents.warm(model.kind()).size() < 2) {
            throw new IllegalArgumentException("%s is the only warm %s; start the other version first".formatted(model.owner(), model.kind()));
        }
        routing.canary(model.kind(), model.owner(), percent);
        log.info("event=canary kind={} owner={} percent={}", model.kind(), model.owner(), percent);
        return route(model);
    }

    @Override
    public Route shadow(String name) {
        Resident<?> model = find(name);
        if (!shadows.compares(model.description().kind())) {
            throw new IllegalArgumentException("%s cannot run as a shadow yet; only a %s can".formatted(model.kind(), shadows.kinds()));
        }
        Resident<?> serving = residents.warm(model.kind()).get(0);
        if (serving == model) {
            throw new IllegalArgumentException("%s serves; a shadow is beside what serves".formatted(model.owner()));
        }
        routing.shadow(model.kind(), model.owner());
        shadows.begin(model.kind());
        log.info("event=shadow kind={} owner={}", model.kind(), model.owner());
        return route(model);
    }

    @Override
    public void endShadow(String kind) {
        routing.endShadow(kind);
    }

    @Override
    public Route rollback(String kind) {
        Resident<?> before = residents.warm(kind).stream().findFirst()
                .orElseThrow(() -> new IllegalStateException("no %s is warm; kinds: %s".formatted(kind, kinds())));
        try {
            routing.back(kind);
        } catch (NoSuchElementException e) {
            routing.prefer(kind, older(before).owner());
        }
        Resident<?> now = residents.warm(kind).get(0);
        log.info("event=rollback kind={} from={} to={}", kind, before.owner(), now.owner());
        return route(now);
    }

    @Override
    public List<Route> routes() {
        return residents.warm().map(Resident::kind).distinct().sorted().flatMap(kind -> residents.warm(kind).stream()).map(this::route).toList();
    }

    @Override
    public List<Missing> missing() {
        return routing.named().filter(named -> residents.warm(named.getKey()).stream().noneMatch(model -> model.owner().equals(named.getValue())))
                .map(named -> new Missing(named.getKey(), named.getValue())).toList();
    }

    private Resident<?> older(Resident<?> model) {
        return residents.warm(model.kind()).stream()
                .filter(other -> other != model && other.description().model().equals(model.description().model()))
                .findFirst().orElseThrow(() -> new IllegalStateException(
                        "nothing was swapped, and no other version of %s is warm; use voice:swap to choose another model".formatted(model.description().model())));
    }

    private Route route(Resident<?> model) {
        String kind = model.kind();
        boolean first = residents.warm(kind).stream().findFirst().filter(best -> best == model).isPresent();
        Part part = routing.part(kind, model.owner(), first);
        return new Route(kind, model.description().label(), model.description().model(), Preference.version(model.description().version()),
                model.owner(), part, routing.percent(kind, model.owner()),
                part == Part.SHADOW ? Optional.of(shadows.comparison(kind)) : Optional.empty());
    }

    private Resident<?> find(String name) {
        for (BiPredicate<Resident<?>, String> names : NAMES) {
            List<Resident<?>> found = residents.warm().filter(model -> names.test(model, name)).collect(Collectors.toList());
            if (found.size() > 1) {
                throw new IllegalArgumentException("'%s' may be any of: %s".formatted(name, owners(found.stream())));
            }
            if (found.size() == 1) {
                return found.get(0);
            }
        }
        throw new IllegalArgumentException("no warm model is called '%s'; warm are: %s".formatted(name, owners(residents.warm())));
    }

    private static boolean isVersioned(Resident<?> model, String name) {
        int at = name.indexOf('@');
        return at > 0 && model.description().model().equals(name.substring(0, at))
                && Preference.version(model.description().version()).equals(Preference.version(name.substring(at + 1)));
    }

    private String kinds() {
        return residents.warm().map(Resident::kind).distinct().sorted().collect(Collectors.joining(", "));
    }

    private static String owners(Stream<Resident<?>> models) {
        return models.map(Resident::owner).distinct().sorted(String.CASE_INSENSITIVE_ORDER).collect(Collectors.joining(", "));
    }
}
