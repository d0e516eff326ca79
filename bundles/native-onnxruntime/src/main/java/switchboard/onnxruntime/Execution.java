package switchboard.onnxruntime;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;

/**
 * How a graph is run.
 *
 * @param threads within one run; positive
 * @param exact   see {@link #exactly}
 */
public record Execution(int threads, boolean exact) {

    public Execution {
        if (threads < 1) {
            throw new IllegalArgumentException("expected a positive number of threads, got " + threads);
        }
    }

    /** With so many threads within one run. */
    public static Execution threads(int threads) {
        return new Execution(threads, false);
    }

    /**
     * Alike on every processor. On x86-64 without VNNI, ONNX Runtime adds two products of an unsigned and a signed byte in
     * 16 bits, where weights beyond ±64 overflow and are cut off in silence; exact, it takes a slower way there for such
     * weights, and changes nothing elsewhere. For graphs whose weights use all of a byte, in which that can be told.
     *
     * @see <a href="https://onnxruntime.ai/docs/performance/model-optimizations/quantization.html#when-and-why-do-i-need-to-try-u8u8">Why u8u8</a>
     */
    public static Execution exactly(int threads) {
        return new Execution(threads, true);
    }

    /**
     * Options that suit every model: no thread spins, which would burn a core between two runs, and the level of optimisation
     * stays at its default, because results of quantised models depend on it.
     *
     * @return to be closed by the caller
     */
    public OrtSession.SessionOptions options() throws OrtException {
        OrtSession.SessionOptions options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(threads);
        options.setInterOpNumThreads(1);
        options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        options.addConfigEntry("session.x64quantprecision", exact ? "1" : "0");
        return options;
    }
}
