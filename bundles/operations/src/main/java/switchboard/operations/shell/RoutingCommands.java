package switchboard.operations.shell;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import switchboard.api.model.ModelRouting;
import switchboard.api.model.ModelRouting.Comparison;
import switchboard.api.model.ModelRouting.Route;

/** The shell's {@code voice:swap}, {@code voice:canary}, {@code voice:shadow} and {@code voice:rollback}. Thread-safe. */
@Component(service = RoutingCommands.class, property = {"osgi.command.scope=voice", "osgi.command.function=swap",
        "osgi.command.function=canary", "osgi.command.function=shadow", "osgi.command.function=rollback"})
public final class RoutingCommands {

    private final ModelRouting routing;

    @Activate
    public RoutingCommands(@Reference ModelRouting routing) {
        this.routing = routing;
    }

    /**
     * Prefers a model from the next utterance on: {@code voice:swap kokoro@1.1}.
     *
     * @param line a model by owner, bundle, name, or name@version; {@code --json} for programs
     */
    public String swap(String... line) {
        Arguments arguments = Arguments.read(Set.of(), line);
        return answer(arguments, routing.swap(arguments.text("the model")));
    }

    /**
     * Lets a model serve a part of the new calls: {@code voice:canary kokoro@1.1 10}; 0 ends it.
     *
     * @param line a model, and percent of the new calls; {@code --json} for programs
     */
    public String canary(String... line) {
        Arguments arguments = Arguments.read(Set.of(), line);
        String text = arguments.text("the model");
        int space = text.lastIndexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException("the percentage of new calls is missing, for example: voice:canary %s 10".formatted(text));
        }
        return answer(arguments, routing.canary(text.substring(0, space).strip(), percent(text.substring(space + 1))));
    }

    /**
     * Lets a model hear what the serving one hears, silently: {@code voice:shadow words}; {@code voice:shadow --end TurnDetector}
     * ends it. What came of it so far stands in {@code voice:models}.
     *
     * @param line a model; {@code --json} for programs
     */
    public String shadow(String... line) {
        Arguments arguments = Arguments.read(Set.of("--end"), line);
        if (arguments.option("--end").isPresent()) {
            routing.endShadow(arguments.option("--end").get());
            return arguments.answer(List.of(), "no shadow");
        }
        return answer(arguments, routing.shadow(arguments.text("the model")));
    }

    /**
     * Returns to what was preferred before the last swap or canary: {@code voice:rollback TextToSpeech}.
     *
     * @param line a kind of model; {@code --json} for programs
     */
    public String rollback(String... line) {
        Arguments arguments = Arguments.read(Set.of(), line);
        return answer(arguments, routing.rollback(arguments.text("the kind of model, for example TextToSpeech,")));
    }

    private static int percent(String text) {
        try {
            return Integer.parseInt(text.endsWith("%") ? text.substring(0, text.length() - 1) : text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the percentage must be a whole number from 0 to 100, got '%s'".formatted(text));
        }
    }

    private static String answer(Arguments arguments, Route route) {
        return arguments.answer(Standing.of(route), "%s %s: %s".formatted(route.kind(), route.owner(), part(route)));
    }

    /** For people: what a model does. */
    static String part(Route route) {
        return switch (route.part()) {
            case CANARY -> "canary %d %%".formatted(route.percent());
            case SHADOW -> route.shadow().map(RoutingCommands::shadow).orElse("shadow");
            default -> route.part().name().toLowerCase(Locale.ROOT);
        };
    }

    private static String shadow(Comparison seen) {
        if (seen.compared() + seen.dropped() + seen.failed() == 0) {
            return "shadow, nothing heard yet";
        }
        return String.format(Locale.ROOT, "shadow, agreed in %d of %d (%.0f %%), %.1f ms (p95 %.1f) against %.1f ms, dropped %d, failed %d",
                seen.agreed(), seen.compared(), 100 * seen.agreement(), seen.meanMs(), seen.p95Ms(), seen.servingMs(), seen.dropped(), seen.failed());
    }
}
