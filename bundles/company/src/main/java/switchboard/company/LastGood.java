package switchboard.company;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.UUID;
import org.osgi.framework.BundleContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of the company files that were valid last, in the server's folder of data: what is still wrong with a file when the server
 * starts again silences nobody either. A copy that cannot be written or read is as if it were not there. Immutable.
 *
 * @param folder where they are; empty if nothing is kept
 */
record LastGood(Optional<Path> folder) {

    private static final Logger log = LoggerFactory.getLogger(LastGood.class);

    static LastGood of(BundleContext context) {
        return new LastGood(Optional.ofNullable(context.getProperty("switchboard.data")).filter(data -> !data.isBlank())
                .map(data -> Path.of(data).toAbsolutePath().resolve("companies")));
    }

    /** Whole or not at all, whenever the server dies. */
    void keep(Path file, String text) {
        copy(file).filter(copy -> !Optional.of(text).equals(read(copy))).ifPresent(copy -> {
            try {
                Files.createDirectories(copy.getParent());
                Path half = copy.resolveSibling(copy.getFileName() + ".half");
                Files.writeString(half, text);
                Files.move(half, copy, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                log.warn("file={} event=not-kept: a mistake in it would silence the company at the next start: {}", file.getFileName(), e.toString());
            }
        });
    }

    /** The text of the file when it was valid last. */
    Optional<String> find(Path file) {
        return copy(file).flatMap(LastGood::read);
    }

    void forget(Path file) {
        copy(file).ifPresent(copy -> {
            try {
                Files.deleteIfExists(copy);
            } catch (IOException e) {
                log.warn("file={} event=not-forgotten: {}", file.getFileName(), e.toString());
            }
        });
    }

    /** Several folders of companies may share one of data. */
    private Optional<Path> copy(Path file) {
        String origin = UUID.nameUUIDFromBytes(String.valueOf(file.getParent()).getBytes(StandardCharsets.UTF_8)).toString();
        return folder.map(kept -> kept.resolve(origin).resolve(file.getFileName().toString()));
    }

    private static Optional<String> read(Path copy) {
        try {
            return Files.exists(copy) ? Optional.of(Files.readString(copy)) : Optional.empty();
        } catch (IOException e) {
            log.warn("file={} event=not-read: {}", copy, e.toString());
            return Optional.empty();
        }
    }
}
