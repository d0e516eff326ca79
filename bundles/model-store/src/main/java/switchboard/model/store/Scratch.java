package switchboard.model.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Folders for what is needed only while something is fetched; made when first asked for. Confined to one thread. */
final class Scratch implements AutoCloseable {

    private Optional<Path> root = Optional.empty();

    /** A new, empty folder. */
    Path folder() throws IOException {
        if (root.isEmpty()) {
            root = Optional.of(Files.createTempDirectory("switchboard-fetch"));
        }
        return Files.createTempDirectory(root.get(), "");
    }

    @Override
    public void close() throws IOException {
        if (root.isPresent()) {
            delete(root.get());
        }
    }

    private static void delete(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> files = Files.walk(folder)) {
            all = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.deleteIfExists(file);
        }
    }
}
