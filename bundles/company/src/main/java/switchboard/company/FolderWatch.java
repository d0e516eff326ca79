package switchboard.company;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells of files as soon as they are saved, renamed or removed, where the system tells of that. It may miss some (a folder that
 * cannot be watched, hundreds of changes at once): whoever looks from time to time must find them. Thread-safe.
 */
final class FolderWatch implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(FolderWatch.class);
    /** Who writes a file opens, empties, fills and closes it: half of it is no news. */
    private static final long SETTLED_AFTER_MS = 50;

    private final WatchService changes;
    private final Consumer<Path> changed;
    private final Set<Path> folders = ConcurrentHashMap.newKeySet();

    /**
     * @param changed told, on a thread of this watch, of a file that is new, other than before, or gone
     * @throws IOException if nothing can be watched here
     */
    FolderWatch(Consumer<Path> changed) throws IOException {
        this.changes = FileSystems.getDefault().newWatchService();
        this.changed = changed;
        Thread thread = new Thread(this::run, "company-watch");
        thread.setDaemon(true);
        thread.start();
    }

    /** Watches this folder too; its subfolders are others. */
    void add(Path folder) {
        if (folders.add(folder)) {
            try {
                folder.register(changes, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE);
            } catch (IOException | ClosedWatchServiceException e) {
                folders.remove(folder);
                log.debug("folder={} cannot be watched", folder, e);
            }
        }
    }

    @Override
    public void close() {
        try {
            changes.close();
        } catch (IOException e) {
            log.debug("event=not-closed", e);
        }
    }

    private void run() {
        try {
            while (true) {
                WatchKey key = changes.take();
                TimeUnit.MILLISECONDS.sleep(SETTLED_AFTER_MS);
                Path folder = (Path) key.watchable();
                Set<Path> files = new TreeSet<>();
                for (WatchEvent<?> event : key.pollEvents()) {
                    if (event.context() instanceof Path name) { // else events were lost
                        files.add(folder.resolve(name));
                    }
                }
                if (!key.reset()) {
                    folders.remove(folder); // it is gone, and may come again
                }
                files.forEach(this::tell);
            }
        } catch (InterruptedException | ClosedWatchServiceException e) {
            log.debug("event=watch-ended");
        }
    }

    private void tell(Path file) {
        try {
            changed.accept(file);
        } catch (RuntimeException e) {
            log.error("file={} event=look-failed", file, e);
        }
    }
}
