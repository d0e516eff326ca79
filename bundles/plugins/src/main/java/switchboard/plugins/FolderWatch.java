package switchboard.plugins;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Notices files that come, change and go. A file counts when two looks in a row found the same size and time, so that one that
 * is still being copied is left alone; it is gone when two looks in a row missed it.
 *
 * <p>Confined to one thread.
 */
final class FolderWatch {

    private final Path folder;
    private final Map<String, Seen> seen = new TreeMap<>();

    FolderWatch(Path folder) {
        this.folder = folder;
    }

    /**
     * What happened between two looks, in the order of names.
     *
     * @param settled files that are new, or have changed
     * @param gone    names of files that settled once and are no longer there
     */
    record Changes(List<Path> settled, List<String> gone) {}

    /** Looks at the folder; a folder that does not exist is empty. */
    Changes look() throws IOException {
        Map<String, Stamp> found = list();
        List<String> gone = new ArrayList<>();
        seen.entrySet().removeIf(known -> !found.containsKey(known.getKey()) && missed(known, gone));
        List<Path> settled = new ArrayList<>();
        found.forEach((name, stamp) -> {
            Seen before = seen.getOrDefault(name, Seen.NEVER);
            if (!before.stamp.equals(stamp)) {
                seen.put(name, new Seen(stamp, false, before.known, false));
            } else if (!before.settled) {
                seen.put(name, new Seen(stamp, true, true, false));
                settled.add(folder.resolve(name));
            } else if (before.missed) {
                seen.put(name, new Seen(stamp, true, true, false));
            }
        });
        return new Changes(settled, gone);
    }

    /** Whether every file of the last look had settled. */
    boolean isSettled() {
        return seen.values().stream().allMatch(Seen::settled);
    }

    /** Takes the file for one that was never there, because whoever watches moved it away. */
    void forget(String name) {
        seen.remove(name);
    }

    private static boolean missed(Map.Entry<String, Seen> known, List<String> gone) {
        Seen before = known.getValue();
        if (!before.missed && before.known) {
            known.setValue(new Seen(before.stamp, before.settled, true, true));
            return false;
        }
        if (before.known) {
            gone.add(known.getKey());
        }
        return true;
    }

    private Map<String, Stamp> list() throws IOException {
        Map<String, Stamp> found = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, FolderWatch::concerns)) {
            for (Path file : files) {
                stamp(file).ifPresent(stamp -> found.put(file.getFileName().toString(), stamp));
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return found;
    }

    /** Empty if it went between the listing and now. What leads nowhere, as a link may, is seen too: somebody wonders why it does not run. */
    private static Optional<Stamp> stamp(Path file) throws IOException {
        try {
            return Optional.of(Stamp.of(Files.readAttributes(file, BasicFileAttributes.class)));
        } catch (IOException e) {
            try {
                return Optional.of(Stamp.of(Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)));
            } catch (NoSuchFileException gone) {
                return Optional.empty();
            }
        }
    }

    private static boolean concerns(Path file) {
        String name = file.getFileName().toString();
        return name.equals(Checksums.FILE) || name.endsWith(".jar") && !name.startsWith(".");
    }

    private record Stamp(long bytes, FileTime modified) {

        static Stamp of(BasicFileAttributes file) {
            return new Stamp(file.size(), file.lastModifiedTime());
        }
    }

    /** What is remembered of a file: its last stamp, whether that one settled, whether any ever did, whether it was missed. */
    private record Seen(Stamp stamp, boolean settled, boolean known, boolean missed) {

        static final Seen NEVER = new Seen(new Stamp(-1, FileTime.fromMillis(0)), false, false, false);
    }
}
