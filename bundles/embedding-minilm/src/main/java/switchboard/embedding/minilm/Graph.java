package switchboard.embedding.minilm;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The model's graph in native memory, and its only owner. Thread-safe: runs go on side by side, closing waits for them.
 */
final class Graph implements AutoCloseable {

    private final OrtSession session;
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean closed;

    private Graph(OrtSession session) {
        this.session = session;
    }

    static Graph open(Path file) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
            // Spinning burns a core between two runs.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            return new Graph(OrtEnvironment.getEnvironment().createSession(file.toString(), options));
        }
    }

    /** Reads what is needed from a result that lives only as long as the call. */
    @FunctionalInterface
    interface Reading<T> {

        T from(OrtSession.Result result) throws OrtException;
    }

    /**
     * Runs the graph once.
     *
     * @throws IllegalStateException if it is closed, or the run fails
     */
    <T> T run(Map<String, OnnxTensor> inputs, Reading<T> reading) {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("MiniLM has been retired");
            }
            try (OrtSession.Result result = session.run(inputs)) {
                return reading.from(result);
            }
        } catch (OrtException e) {
            throw new IllegalStateException("MiniLM failed on this text", e);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                session.close();
            }
        } catch (OrtException e) {
            throw new IllegalStateException("MiniLM could not be freed", e);
        } finally {
            lock.writeLock().unlock();
        }
    }
}
