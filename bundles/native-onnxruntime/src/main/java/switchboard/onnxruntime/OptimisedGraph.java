package switchboard.onnxruntime;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Graphs that ONNX Runtime has optimised once, kept as files that open without being optimised again: in its own format, whose
 * weights are used where the file is mapped into memory, and without shapes ({@link ShapelessGraph}). What runs is the same to
 * the bit. No instances; thread-safe.
 *
 * <p>Such a file fits one version of the library, one kind of processor and one set of options; the key names them all.
 */
public final class OptimisedGraph {

    private static final Logger log = LoggerFactory.getLogger(OptimisedGraph.class);

    /** Changes whenever {@link #optimise} or {@link Execution#options} change. */
    private static final String OPTIONS = "graph=2 level=all format=ort shapes=none";

    private static final String FORMAT = "ORT";

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
     * @param identity of the original: its SHA-256, or everything that it was made from
     * @throws IOException if there is no original either
     */
    public static Graph open(String model, Execution execution, String identity, Original original, Cache cache) throws OrtException, IOException {
        return new Graph(model, session(model, execution, identity, original, cache));
    }

    /** As {@link #open}, for whoever keeps results from one run to the next; its owner is the caller. */
    public static OrtSession session(String model, Execution execution, String identity, Original original, Cache cache)
            throws OrtException, IOException {
        try {
            Path optimised = cache.find("source=%s %s".formatted(identity, keyHere(execution)), target -> optimise(original.file(), target, execution));
            return openOptimised(execution, optimised);
        } catch (IOException | OrtException e) {
            log.warn("model=\"{}\" event=not-optimised reason=\"{}\"", model, e.getMessage());
            try (OrtSession.SessionOptions options = execution.options()) {
                return HeldEnvironment.get().createSession(original.file().toString(), options);
            }
        }
    }

    /**
     * There is nothing left to optimise, and to try takes as long as to load. The file is mapped by the session and for as long
     * as it lives; privately, so that nothing that happens in memory reaches the disk.
     */
    private static OrtSession openOptimised(Execution execution, Path optimised) throws OrtException {
        try (OrtSession.SessionOptions options = execution.options()) {
            options.setOptimizationLevel(OptLevel.NO_OPT);
            options.addConfigEntry("session.load_model_format", FORMAT);
            options.addConfigEntry("session.use_memory_mapped_ort_model", "1");
            options.addConfigEntry("session.use_ort_model_bytes_for_initializers", "1");
            return HeldEnvironment.get().createSession(optimised.toString(), options);
        }
    }

    /** Writes a graph as it is opened later. One in ORT format was optimised by who published it, for every processor. */
    private static void optimise(Path original, Path target, Execution execution) throws IOException {
        if (original.toString().endsWith(".ort")) {
            Files.copy(original, target, StandardCopyOption.REPLACE_EXISTING);
        } else {
            save(original, target, execution);
        }
        ShapelessGraph.strip(target);
    }

    /** Writes a graph as ONNX Runtime runs it here; the number of threads changes nothing in it. */
    private static void save(Path original, Path target, Execution execution) throws IOException {
        try (OrtSession.SessionOptions options = execution.options()) {
            options.setOptimizationLevel(OptLevel.ALL_OPT);
            options.setOptimizedModelFilePath(target.toString());
            options.addConfigEntry("session.save_model_format", FORMAT);
            Graph.open(original.toString(), original, options).close();
        } catch (OrtException e) {
            throw new IOException("ONNX Runtime could not optimise %s: %s".formatted(original.getFileName(), e.getMessage()), e);
        }
    }

    /** Whatever the content of an optimised graph depends on, besides its source. */
    static String keyHere(Execution execution) {
        return key(HeldEnvironment.get().getVersion(), Processor.features(), execution.exact());
    }

    static String key(String runtime, String processor, boolean exact) {
        return "runtime=%s cpu=%s exact=%b %s".formatted(runtime, processor, exact, OPTIONS);
    }
}
