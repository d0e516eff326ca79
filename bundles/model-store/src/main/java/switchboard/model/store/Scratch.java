package switchboard.model.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Folders for what is needed only while something is fetched; made when first asked for, and removed when somebody stops the
 * program half-way too. Confined to one thread.
 */
final class Scratch implements AutoCloseable {

    private record Root(Path folder, Thread atExit) {}

    private Optional<Root> root = Optional.empty();

    /** A new, empty folder. */
    Path folder() throws IOException {
        if (root.isEmpty()) {
            Path folder = Files.createTempDirectory("switchboard-fetch");
            Thread atExit = new Thread(() -> deleteAtExit(folder), "remove-" + folder.getFileName());
            root = Optional.of(new Root(folder, atExit));
            Runtime.getRuntime().addShutdownHook(atExit);
        }
        return Files.createTempDirectory(root.get().folder(), "");
    }

    @Override
    public void close() throws IOException {
        if (root.isEmpty()) {
            return;
        }
        delete(root.get().folder());
        try {
            Runtime.getRuntime().removeShutdownHook(root.get().atExit());
        } catch (IllegalStateException e) {
            // The program ends already; the hook finds nothing left.
        }
        root = Optional.empty();
    }

    private static void deleteAtExit(Path folder) {
        try {
            delete(folder);
        } catch (IOException | UncheckedIOException e) {
            // Somebody still writes there, and the program ends; nobody is left to act.
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }
}
