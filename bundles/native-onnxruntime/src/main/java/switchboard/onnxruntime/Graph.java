package switchboard.onnxruntime;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A model's graph in native memory, and its only owner. Thread-safe: runs go on side by side, closing waits for them, and
 * nothing runs afterwards.
 */
public final class Graph implements AutoCloseable {

    private final String model;
    private final OrtSession session;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    /** @param session given away */
    Graph(String model, OrtSession session) {
        this.model = model;
        this.session = session;
    }

    /**
     * Opens a verified file.
     *
     * @param model name for messages, for example {@code Silero VAD}
     */
    public static Graph open(String model, Path file) throws OrtException {
        try (OrtSession.SessionOptions options = Execution.threads(1).options()) {
            return open(model, file, options);
        }
    }

    /** Opens a verified file with options of one's own, which the caller closes. */
    public static Graph open(String model, Path file, OrtSession.SessionOptions options) throws OrtException {
        return new Graph(model, HeldEnvironment.get().createSession(file.toString(), options));
    }

    /** Reads what is needed from a result that lives only as long as the call. */
    @FunctionalInterface
    public interface Reading<T> {

        T from(OrtSession.Result result) throws OrtException;
    }

    /**
     * Runs the graph once.
     *
     * @throws IllegalStateException if it is closed, or the run fails
     */
    public <T> T run(Map<String, OnnxTensor> inputs, Reading<T> reading) {
        lock.readLock().lock();
        try {
            requireOpen();
            try (OrtSession.Result result = session.run(inputs)) {
                return reading.from(result);
            }
        } catch (OrtException e) {
            throw new IllegalStateException(model + " failed on this input", e);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** @throws IllegalStateException if it is closed */
    public void requireOpen() {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException(model + " has been retired");
            }
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Waits for what runs, then frees the native memory. Closing twice has no effect. */
    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                session.close();
            }
        } catch (OrtException e) {
            throw new IllegalStateException(model + " could not be freed", e);
        } finally {
            lock.writeLock().unlock();
        }
    }
}
