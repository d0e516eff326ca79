package switchboard.plugins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import switchboard.plugins.Plugin.State;
import switchboard.plugins.sample.Unfit;

/** The folder of what may not serve, each jar with a text file that says why. Thread-safe. */
final class Quarantine {

    private static final String REASON = ".reason.txt";

    private final Path folder;
    private final Clock clock;

    Quarantine(Path plugins, Clock clock) {
        this.folder = plugins.resolve("quarantine");
        this.clock = clock;
    }

    /**
     * Moves a jar away; one of the same name that lies there already is replaced.
     *
     * @param what which bundle it is, or holds its place if that is not known
     */
    void put(Path jar, String what, Unfit why) throws IOException {
        Files.createDirectories(folder);
        String name = jar.getFileName().toString();
        Files.writeString(folder.resolve(name + REASON), """
                What: %s (%s), quarantined %s
                Why:  %s
                Do:   %s
                Then put the jar back into the plugins folder.
                """.formatted(name, what, clock.instant().truncatedTo(ChronoUnit.SECONDS), why.getMessage(), why.remedy()));
        Files.move(jar, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    /** What lies there, by name. */
    List<Plugin> list() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".jar")).sorted().map(this::plugin).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Plugin plugin(Path jar) {
        String name = jar.getFileName().toString();
        return new Plugin(name, line(name, "What:").replaceFirst("^.*\\(([^)]*)\\), quarantined.*$", "$1"), State.QUARANTINED,
                (line(name, "Why:") + " " + line(name, "Do:")).strip());
    }

    private String line(String name, String start) {
        try (Stream<String> lines = Files.lines(folder.resolve(name + REASON))) {
            return lines.filter(line -> line.startsWith(start)).findFirst().map(line -> line.substring(start.length()).strip()).orElse("");
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }
}
