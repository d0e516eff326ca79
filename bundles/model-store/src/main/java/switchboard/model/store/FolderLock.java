package switchboard.model.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The right to change a folder, held against other threads of this process and against other processes. A file lock alone
 * would not do: it belongs to the whole process.
 */
final class FolderLock implements AutoCloseable {

    /** The file that is locked. */
    static final String FILE = ".lock";

    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private final ReentrantLock thread;
    private final FileChannel process;

    private FolderLock(ReentrantLock thread, FileChannel process) {
        this.thread = thread;
        this.process = process;
    }

    /** Creates the folder if need be, and waits until nobody else holds it. */
    static FolderLock hold(Path folder) throws IOException {
        Files.createDirectories(folder);
        ReentrantLock thread = THREADS.computeIfAbsent(folder.toRealPath(), path -> new ReentrantLock());
        thread.lock();
        try {
            FileChannel process = FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            lock(process);
            return new FolderLock(thread, process);
        } catch (IOException | RuntimeException e) {
            thread.unlock();
            throw e;
        }
    }

    private static void lock(FileChannel process) throws IOException {
        try {
            process.lock();
        } catch (IOException | RuntimeException e) {
            process.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            process.close();
        } finally {
            thread.unlock();
        }
    }
}
