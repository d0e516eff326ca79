package switchboard.operations.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import switchboard.api.model.ModelRouting;
import switchboard.api.model.ModelRouting.Route;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.Models;
import switchboard.api.model.QuarantinedModels;

/** The shell's {@code voice:models}; without plugins nothing is in quarantine. Thread-safe. */
@Component(service = ModelCommands.class, property = {"osgi.command.scope=voice", "osgi.command.function=models"})
public final class ModelCommands {

    private final Models models;
    private final ModelRouting routing;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable QuarantinedModels quarantine;

    @Activate
    public ModelCommands(@Reference Models models, @Reference ModelRouting routing) {
        this(models, routing, null);
    }

    ModelCommands(Models models, ModelRouting routing, @Nullable QuarantinedModels quarantine) {
        this.models = models;
        this.routing = routing;
        this.quarantine = quarantine;
    }

    /**
     * Lists every declared model, how it stands and which part it has, what is routed to and not there, and what lies in quarantine.
     *
     * @param options {@code --json} for programs
     */
    public String models(String... options) {
        Arguments arguments = Arguments.none(options);
        List<Route> routes = routing.routes();
        List<Standing> all = Stream.concat(
                models.status().stream().map(status -> standing(status, routes)),
                Stream.concat(routing.missing().stream().map(Standing::of),
                        Optional.ofNullable(quarantine).stream().flatMap(some -> some.quarantined().stream()).map(Standing::of))).toList();
        return arguments.answer(all, all.isEmpty() ? "no models" : all.stream().map(standing -> row(standing, routes)).collect(Collectors.joining("\n")));
    }

    private static Standing standing(ModelStatus status, List<Route> routes) {
        return route(status.owner(), status.label(), routes).map(route -> Standing.of(status, route)).orElse(Standing.of(status));
    }

    private static Optional<Route> route(String owner, String label, List<Route> routes) {
        return routes.stream().filter(route -> route.owner().equals(owner) && route.label().equals(label)).findFirst();
    }

    private static String row(Standing model, List<Route> routes) {
        String part = route(model.owner(), model.label(), routes).map(RoutingCommands::part).orElse("");
        String row = "%-28s %-22s %-11s %-40s %s".formatted(model.label(), model.kind(), model.state().toLowerCase(Locale.ROOT), model.owner(), part).stripTrailing();
        return model.detail().isBlank() ? row : row + "\n    " + model.detail();
    }
}
