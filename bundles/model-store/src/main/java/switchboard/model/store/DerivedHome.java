package switchboard.model.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import switchboard.api.model.ModelStore.DerivedFile;

/**
 * Where one derived file lives. Used under the {@link FolderLock} of its folder, except to look at it.
 *
 * @param folder of this file alone
 * @param name   of the file
 */
record DerivedHome(Path folder, String name) {

    private static final String SEAL = ".sha256";
    private static final String KEY = ".key";
    private static final String PARTIAL = ".partial";
    /** Of a key that holds whole documents, people see the beginning. */
    private static final int MOST_CHARACTERS = 1_000;

    Path file() {
        return folder.resolve(name);
    }

    /** Whether the file is there, whole, and was computed under this very key. */
    boolean holds(String key, boolean verify) throws IOException {
        Path seal = beside(SEAL);
        Path inputs = beside(KEY);
        return Files.exists(file()) && Files.exists(seal) && Files.exists(inputs)
                && Files.readString(inputs).startsWith(Verification.sha256(key) + "\n")
                && new Stamps(folder, verify).holds(file(), Files.size(file()), Files.readString(seal));
    }

    /** Computes it anew. A process that died here before may have left a part of it. */
    void make(String key, DerivedFile maker) throws IOException {
        for (Path left : files(folder, "*" + PARTIAL)) {
            Files.deleteIfExists(left);
        }
        Path partial = Files.createTempFile(folder, name, PARTIAL);
        try {
            maker.write(partial);
            force(partial); // or a power failure may leave a file of the right length with nothing in it
            Files.deleteIfExists(beside(SEAL));
            Files.writeString(beside(KEY), Verification.sha256(key) + "\n" + key.substring(0, Math.min(key.length(), MOST_CHARACTERS)));
            Files.move(partial, file(), StandardCopyOption.ATOMIC_MOVE);
            Files.writeString(beside(SEAL), Verification.sha256(file()));
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /** Notes that somebody wanted it. */
    void use(Instant now) throws IOException {
        Files.setLastModifiedTime(folder.resolve(FolderLock.FILE), FileTime.from(now));
    }

    /** What lies in such a folder; empty if it is nothing whole, or is just being removed. */
    static Optional<DerivedFiles.Entry> entry(Path folder) throws IOException {
        try {
            for (Path seal : files(folder, "*" + SEAL)) {
                String sealed = seal.getFileName().toString();
                String name = sealed.substring(0, sealed.length() - SEAL.length());
                DerivedHome home = new DerivedHome(folder, name);
                Path inputs = home.beside(KEY);
                String key = Files.exists(inputs) ? Files.readString(inputs) : "";
                return Optional.of(new DerivedFiles.Entry(folder.getFileName().toString(), name, Files.size(home.file()),
                        Files.getLastModifiedTime(home.file()).toInstant(),
                        Files.getLastModifiedTime(folder.resolve(FolderLock.FILE)).toInstant(), key.substring(key.indexOf('\n') + 1)));
            }
            return Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Removes everything in such a folder, and itself. */
    static void remove(Path folder) throws IOException {
        try (FolderLock ignored = FolderLock.hold(folder); Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Whether nothing whole has come of such a folder since a time. */
    static boolean isAbandoned(Path folder, Instant since) throws IOException {
        try {
            return entry(folder).isEmpty() && Files.getLastModifiedTime(folder.resolve(FolderLock.FILE)).toInstant().isBefore(since);
        } catch (NoSuchFileException e) {
            return false; // it is just being removed, or made
        }
    }

    private static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private Path beside(String suffix) {
        return folder.resolve(name + suffix);
    }

    private static List<Path> files(Path folder, String pattern) throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, pattern)) {
            List<Path> files = new ArrayList<>();
            found.forEach(files::add);
            return files;
        }
    }
}
