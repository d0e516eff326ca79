package switchboard.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Company files in a folder, known by their names alone: none is opened, and none need be valid. */
public record CompanyFolder(Path folder) {

    private static final String BEFORE = "switchboard.company~";
    private static final String BEHIND = ".json";
    /** For messages. */
    public static final String NAMES = BEFORE + "*" + BEHIND;

    /** The ids of the companies, in order; none if the folder cannot be read. */
    public List<String> ids() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith(BEFORE) && name.endsWith(BEHIND))
                    .map(name -> name.substring(BEFORE.length(), name.length() - BEHIND.length())).sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
