package switchboard.onnxruntime;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.io.IOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Graphs that ONNX Runtime has optimised once, kept as files that open without being optimised again. What runs is the same
 * to the bit. No instances; thread-safe.
 *
 * <p>Such a file fits one version of the library, one kind of processor and one set of options; the key names them all.
 */
public final class OptimisedGraph {

    private static final Logger log = LoggerFactory.getLogger(OptimisedGraph.class);

    /** Changes whenever {@link #optimise} or {@link Graph#options} change. */
    private static final String OPTIONS = "graph=1 level=all format=onnx";

    private OptimisedGraph() {
    }

    /** Where optimised graphs are kept between two starts; usually {@code ModelStore.derived} under a name for people. */
    @FunctionalInterface
    public interface Cache {

        /**
         * A file that was written under this key before, by this process or another, or is written now.
         *
         * @throws IOException if there is none and it cannot be written
         */
        Path find(String key, Writer writer) throws IOException;
    }

    /** Writes an optimised graph. */
    @FunctionalInterface
    public interface Writer {

        void write(Path target) throws IOException;
    }

    /** The verified file that is optimised; looked for only when there is need of it. */
    @FunctionalInterface
    public interface Original {

        Path file() throws IOException;
    }

    /**
     * Opens a graph as the cache has it; if the cache has nothing that can be used and takes nothing, a full disk for example,
     * then the original, optimised in memory. So the cache can only make it faster.
     *
     * @param model    name for messages
     * @param threads  threads within one run; positive
     * @param identity of the original: its SHA-256, or everything that it was made from
     * @throws IOException if there is no original either
     */
    public static Graph open(String model, int threads, String identity, Original original, Cache cache) throws OrtException, IOException {
        try {
            Path optimised = cache.find("source=%s %s".formatted(identity, keyHere()), target -> optimise(original.file(), target));
            return openOptimised(model, threads, optimised);
        } catch (IOException | OrtException e) {
            log.warn("model=\"{}\" event=not-optimised reason=\"{}\"", model, e.getMessage());
            try (OrtSession.SessionOptions options = Graph.options(threads)) {
                return Graph.open(model, original.file(), options);
            }
        }
    }

    /** There is nothing left to optimise, and to try takes as long as to load. */
    private static Graph openOptimised(String model, int threads, Path optimised) throws OrtException {
        try (OrtSession.SessionOptions options = Graph.options(threads)) {
            options.setOptimizationLevel(OptLevel.NO_OPT);
            return Graph.open(model, optimised, options);
        }
    }

    /** Writes a graph as ONNX Runtime runs it here; the number of threads changes nothing in it. */
    private static void optimise(Path original, Path target) throws IOException {
        try (OrtSession.SessionOptions options = Graph.options(1)) {
            options.setOptimizationLevel(OptLevel.ALL_OPT);
            options.setOptimizedModelFilePath(target.toString());
            Graph.open(original.toString(), original, options).close();
        } catch (OrtException e) {
            throw new IOException("ONNX Runtime could not optimise %s: %s".formatted(original.getFileName(), e.getMessage()), e);
        }
    }

    /** Whatever the content of an optimised graph depends on, besides its source. */
    static String keyHere() {
        return key(HeldEnvironment.get().getVersion(), Processor.features());
    }

    static String key(String runtime, String processor) {
        return "runtime=%s cpu=%s %s".formatted(runtime, processor, OPTIONS);
    }
}
