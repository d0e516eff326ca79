package switchboard.model.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import switchboard.api.model.ModelStore.DerivedFile;

/**
 * Files computed from others, {@code <folder>/<digest of the key>/<name>}. Beside each lie a seal, its SHA-256, written last, and
 * its key, for people. Thread-safe; a {@link FolderLock} keeps two processes from computing the same file.
 *
 * <p>Bounded: from time to time after one was computed, those that nobody used for a month go, and of more than two gigabytes
 * those that were not used for the longest time; and what never became whole.
 */
final class DerivedFiles {

    static final long MOST_BYTES = 2_000_000_000;

    private static final Duration UNUSED = Duration.ofDays(30);
    /** Nothing that somebody has just asked for is removed to make room. */
    private static final Duration IN_USE = Duration.ofHours(1);

    /** To look at everything takes a while. */
    private static final int MADE_BETWEEN = 16;

    private final AtomicInteger computed = new AtomicInteger();
    private final Path folder;
    private final boolean verify;
    private final long mostBytes;
    private final Clock clock;

    DerivedFiles(Path folder, boolean verify) {
        this(folder, verify, MOST_BYTES, Clock.systemUTC());
    }

    /** @param verify whether every file is read through, whatever its stamp says */
    DerivedFiles(Path folder, boolean verify, long mostBytes, Clock clock) {
        this.folder = folder;
        this.verify = verify;
        this.mostBytes = mostBytes;
        this.clock = clock;
    }

    /**
     * One file of the cache.
     *
     * @param id  the folder's name
     * @param key what it was computed from, or its beginning
     */
    record Entry(String id, String name, long bytes, Instant made, Instant used, String key) {}

    /** As {@link switchboard.api.model.ModelStore#derived}. */
    Path find(String name, String key, DerivedFile maker) throws IOException {
        DerivedHome home = new DerivedHome(folder.resolve(id(key)), name);
        try {
            return find(home, key, maker);
        } catch (NoSuchFileException e) {
            if (Files.exists(home.folder())) {
                throw e;
            }
            return find(home, key, maker); // it was cleared while we waited for its lock
        }
    }

    /** Everything that is there, the largest first. */
    List<Entry> all() throws IOException {
        List<Entry> all = new ArrayList<>();
        for (Path home : homes()) {
            DerivedHome.entry(home).ifPresent(all::add);
        }
        all.sort(Comparator.comparingLong(Entry::bytes).reversed());
        return all;
    }

    private List<Path> homes() throws IOException {
        List<Path> homes = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, Files::isDirectory)) {
                found.forEach(homes::add);
            }
        }
        return homes;
    }

    /** Removes one file, and everything that was kept with it. Who has it open goes on reading it. */
    void remove(Entry entry) throws IOException {
        DerivedHome.remove(folder.resolve(entry.id()));
    }

    static String id(String key) {
        return Verification.sha256(key).substring(0, 16);
    }

    private Path find(DerivedHome home, String key, DerivedFile maker) throws IOException {
        boolean made = false;
        try (FolderLock ignored = FolderLock.hold(home.folder())) {
            if (!home.holds(key, verify)) {
                home.make(key, maker);
                made = true;
            }
            home.use(clock.instant());
        }
        if (made && computed.getAndIncrement() % MADE_BETWEEN == 0) {
            makeRoom();
        }
        return home.file();
    }

    private void makeRoom() throws IOException {
        Instant now = clock.instant();
        List<Entry> byUse = new ArrayList<>(all());
        byUse.sort(Comparator.comparing(Entry::used));
        long bytes = byUse.stream().mapToLong(Entry::bytes).sum();
        for (Entry entry : byUse) {
            Duration unused = Duration.between(entry.used(), now);
            if (unused.compareTo(UNUSED) > 0 || bytes > mostBytes && unused.compareTo(IN_USE) > 0) {
                remove(entry);
                bytes -= entry.bytes();
            }
        }
        for (Path home : homes()) {
            if (DerivedHome.isAbandoned(home, now.minus(IN_USE))) {
                DerivedHome.remove(home);
            }
        }
    }
}
