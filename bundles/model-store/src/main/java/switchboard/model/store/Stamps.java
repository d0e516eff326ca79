package switchboard.model.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * How the verified files of one folder looked when they were read through: size, time of change, inode. A file that looks
 * the same is not read again; anything else, a damaged stamp too, leads to reading it. Used under the {@link FolderLock}.
 */
final class Stamps {

    static final String FILE = ".verified";

    /** A file younger than this may change again without a new time: some file systems count in steps of two seconds. */
    private static final Duration SETTLED = Duration.ofSeconds(2);

    private final Path file;
    private final boolean distrust;

    /**
     * @param distrust whether every file is read through, whatever its stamp says
     */
    Stamps(Path folder, boolean distrust) {
        this.file = folder.resolve(FILE);
        this.distrust = distrust;
    }

    /** Whether the file is there, whole and unchanged. */
    boolean holds(Path weights, long size, String sha256) throws IOException {
        if (!Files.isRegularFile(weights) || Files.size(weights) != size) {
            return false;
        }
        String name = weights.getFileName().toString();
        String stamp = stamp(weights, sha256);
        Map<String, String> known = read();
        if (!distrust && stamp.equals(known.get(name))) {
            return true;
        }
        if (!Verification.sha256(weights).equals(sha256)) {
            return false;
        }
        if (isSettled(weights) && stamp.equals(stamp(weights, sha256))) {
            known.put(name, stamp);
            write(known);
        }
        return true;
    }

    private static String stamp(Path weights, String sha256) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(weights, BasicFileAttributes.class);
        return String.join("\t", weights.getFileName().toString(), Long.toString(attributes.size()),
                Long.toString(attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS)), inode(weights), sha256);
    }

    private static String inode(Path weights) throws IOException {
        boolean unix = weights.getFileSystem().supportedFileAttributeViews().contains("unix");
        return unix ? Files.getAttribute(weights, "unix:ino").toString() : "-";
    }

    private static boolean isSettled(Path weights) throws IOException {
        FileTime latest = FileTime.fromMillis(System.currentTimeMillis() - SETTLED.toMillis());
        return Files.getLastModifiedTime(weights).compareTo(latest) < 0;
    }

    /** Lines by the name that they begin with. */
    private Map<String, String> read() {
        try {
            return Files.readAllLines(file).stream().collect(Collectors.toMap(
                    line -> line.split("\t", 2)[0], line -> line, (first, second) -> second, LinkedHashMap::new));
        } catch (IOException e) {
            return new LinkedHashMap<>(); // Missing or unreadable: then the files are read through.
        }
    }

    private void write(Map<String, String> stamps) throws IOException {
        Optional<Path> partial = Optional.empty();
        try {
            partial = Optional.of(Files.createTempFile(file.getParent(), FILE, ".partial"));
            Files.write(partial.get(), List.copyOf(stamps.values()));
            Files.move(partial.get(), file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (partial.isPresent()) {
                Files.deleteIfExists(partial.get()); // The files are verified all the same; the next start reads them again.
            }
        }
    }
}
