package switchboard.stt.whisper;

import io.github.givimad.whisperjni.WhisperContext;
import io.github.givimad.whisperjni.WhisperFullParams;
import io.github.givimad.whisperjni.WhisperJNI;
import io.github.givimad.whisperjni.WhisperSamplingStrategy;
import io.github.givimad.whisperjni.WhisperState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import switchboard.api.stt.TranscriptionException;

/**
 * Owns one native model and a fixed number of native states, one for each transcription that may run at once; further
 * transcriptions wait in the order they came. Thread-safe.
 *
 * <p>The native library checks little: two threads in one state, a state in use while it is freed, a missing array are the
 * end of the JVM. Nothing outside this class touches it.
 */
final class NativeWhisper implements AutoCloseable {

    private static final int PARALLEL = 2;
    /** More threads spin: the same work then costs twice the processor time. */
    private static final int THREADS_PER_CALL = 1;

    /**
     * The library keeps every model and state of the process in one unguarded table: it is changed under the write lock
     * and used under the read lock.
     */
    private static final ReadWriteLock TABLE = new ReentrantReadWriteLock();

    private final WhisperJNI library;
    private final WhisperContext model;
    private final List<WhisperState> states;
    private final BlockingQueue<WhisperState> idle;
    /** Guarded by {@link #TABLE}. */
    private boolean closed;

    private NativeWhisper(WhisperJNI library, WhisperContext model, List<WhisperState> states) {
        this.library = library;
        this.model = model;
        this.states = states;
        this.idle = new ArrayBlockingQueue<>(states.size(), true, states);
    }

    /**
     * Loads the model.
     *
     * @param weights a verified file
     * @throws IOException if the native library or the model cannot be loaded
     */
    static NativeWhisper open(Path weights) throws IOException {
        TABLE.writeLock().lock();
        try {
            loadLibrary();
            WhisperJNI library = new WhisperJNI();
            WhisperContext model = present(library.initNoState(weights), "the model");
            List<WhisperState> states = new ArrayList<>();
            try {
                while (states.size() < PARALLEL) {
                    states.add(present(library.initState(model), "a state"));
                }
                return new NativeWhisper(library, model, states);
            } catch (IOException | RuntimeException e) {
                free(model, states);
                throw e;
            }
        } finally {
            TABLE.writeLock().unlock();
        }
    }

    /**
     * Transcribes; waits for an idle state first.
     *
     * @throws TranscriptionException if the native call failed, or the thread was interrupted while it waited
     * @throws IllegalStateException  if closed
     */
    String text(PreparedSpeech speech, String language) throws TranscriptionException {
        WhisperState state = await();
        TABLE.readLock().lock();
        try {
            requireOpen();
            int code = library.fullWithState(model, state, parameters(speech.audioContext(), language),
                    speech.samples(), speech.samples().length);
            if (code != 0) {
                throw new TranscriptionException("Whisper failed on this audio, code " + code);
            }
            return segments(state);
        } finally {
            TABLE.readLock().unlock();
            idle.add(state);
        }
    }

    /** @throws IllegalStateException if closed */
    void requireOpen() {
        TABLE.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("Whisper has been retired");
            }
        } finally {
            TABLE.readLock().unlock();
        }
    }

    /** Waits for transcriptions that run, then frees the native memory. Closing twice has no effect. */
    @Override
    public void close() {
        TABLE.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                free(model, states);
            }
        } finally {
            TABLE.writeLock().unlock();
        }
    }

    private WhisperState await() throws TranscriptionException {
        try {
            return idle.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TranscriptionException("interrupted while waiting for other transcriptions", e);
        }
    }

    private String segments(WhisperState state) {
        StringBuilder text = new StringBuilder();
        int count = library.fullNSegmentsFromState(state);
        for (int i = 0; i < count; i++) {
            text.append(library.fullGetSegmentTextFromState(state, i));
        }
        return text.toString().strip();
    }

    /**
     * Timestamps are never shown, yet must be on: without them the reduced context makes most phrases repeat themselves
     * to the token limit. Retries at a higher temperature did not cure loops and cost time.
     */
    private static WhisperFullParams parameters(int audioContext, String language) {
        WhisperFullParams parameters = new WhisperFullParams(WhisperSamplingStrategy.GREEDY);
        parameters.nThreads = THREADS_PER_CALL;
        parameters.audioCtx = audioContext;
        parameters.language = language;
        parameters.noContext = true;
        parameters.noTimestamps = false;
        parameters.singleSegment = true;
        parameters.suppressNonSpeechTokens = true;
        parameters.greedyBestOf = 1;
        parameters.temperatureInc = 0f;
        parameters.printProgress = false;
        parameters.printTimestamps = false;
        parameters.printRealtime = false;
        parameters.printSpecial = false;
        return parameters;
    }

    private static void loadLibrary() throws IOException {
        try {
            WhisperJNI.loadLibrary();
            WhisperJNI.setLibraryLogger(null);
        } catch (LinkageError e) {
            throw new IOException("whisper.cpp cannot be loaded: %s; it needs libstdc++6 and libgomp1".formatted(e.getMessage()), e);
        }
    }

    /** The library answers null where it failed. */
    private static <T> T present(@Nullable T created, String what) throws IOException {
        if (created == null) {
            throw new IOException("whisper.cpp could not create " + what);
        }
        return created;
    }

    private static void free(WhisperContext model, List<WhisperState> states) {
        states.forEach(WhisperState::close);
        model.close();
    }
}
