package switchboard.plugins;

import com.google.gson.GsonBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The shell's {@code voice:plugins}. Thread-safe. */
@Component(service = PluginCommands.class, property = {"osgi.command.scope=voice", "osgi.command.function=plugins"})
public final class PluginCommands {

    private static final String JSON = "--json";

    private final PluginWatch watch;

    @Activate
    public PluginCommands(@Reference PluginWatch watch) {
        this.watch = watch;
    }

    /**
     * Lists every file of the plugins folder and of its quarantine, and how it stands.
     *
     * @param options {@code --json} for programs
     */
    public String plugins(String... options) {
        Arrays.stream(options).filter(option -> !option.equals(JSON)).findFirst().ifPresent(option -> {
            throw new IllegalArgumentException("unknown option '%s'; allowed: %s".formatted(option, JSON));
        });
        return options.length > 0 ? json(watch.list()) : table(watch.list());
    }

    static String json(List<Plugin> plugins) {
        return new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create().toJson(plugins);
    }

    static String table(List<Plugin> plugins) {
        return plugins.isEmpty() ? "no plugins" : plugins.stream().map(PluginCommands::row).collect(Collectors.joining("\n"));
    }

    private static String row(Plugin plugin) {
        String row = "%-32s %-11s %s".formatted(plugin.file(), plugin.state().name().toLowerCase(Locale.ROOT).replace('_', ' '), plugin.bundle());
        return plugin.reason().isBlank() ? row : row + "\n    " + plugin.reason();
    }
}
