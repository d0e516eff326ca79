package switchboard.operations.shell;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.Models;

/** The shell's {@code voice:models}. Thread-safe. */
@Component(service = ModelCommands.class, property = {"osgi.command.scope=voice", "osgi.command.function=models"})
public final class ModelCommands {

    private final Models models;

    @Activate
    public ModelCommands(@Reference Models models) {
        this.models = models;
    }

    /**
     * Lists every declared model and how it stands.
     *
     * @param options {@code --json} for programs
     */
    public String models(String... options) {
        List<ModelStatus> all = models.status();
        return Arguments.none(options).answer(all, all.isEmpty() ? "no models" : all.stream().map(ModelCommands::row).collect(Collectors.joining("\n")));
    }

    private static String row(ModelStatus model) {
        String row = "%-28s %-22s %-9s %s".formatted(model.label(), model.kind(), model.state().name().toLowerCase(Locale.ROOT), model.owner());
        return model.detail().isBlank() ? row : row + "\n    " + model.detail();
    }
}
