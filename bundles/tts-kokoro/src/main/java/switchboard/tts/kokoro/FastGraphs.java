package switchboard.tts.kokoro;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import switchboard.api.model.ModelStore;
import switchboard.onnxruntime.Execution;
import switchboard.onnxruntime.Graph;
import switchboard.onnxruntime.OptimisedGraph;
import switchboard.tts.kokoro.rewrite.Calibration;
import switchboard.tts.kokoro.rewrite.GraphRewrite;
import switchboard.tts.kokoro.rewrite.Part;

/**
 * The graphs that run: the published one takes longer to say something than to hear it. It is rewritten in three parts
 * once, and what came out optimised once for this runtime and CPU; the store keeps both, so that the next start takes
 * half a second.
 */
final class FastGraphs {

    private static final String MODEL = "kokoro-82m";
    private static final String PUBLISHED = "kokoro-v1.0.int8.onnx";

    private final ModelStore store;
    private final Path published;
    private final String key;
    private final Map<Part, Future<Path>> rewritings = new EnumMap<>(Part.class);

    FastGraphs(ModelStore store) throws IOException {
        this.store = store;
        this.published = store.file(MODEL, PUBLISHED);
        this.key = "source=%s rewrite=%s calibration=%s"
                .formatted(store.sha256(MODEL, PUBLISHED), GraphRewrite.VERSION, Calibration.shippedSum());
    }

    /** Opens them, with the threads that suit a call. Takes up to ten seconds the first time. */
    static Graphs open(ModelStore store) throws IOException, OrtException {
        return open(store, Graphs.THREADS);
    }

    static Graphs open(ModelStore store, int threads) throws IOException, OrtException {
        FastGraphs fast = new FastGraphs(store);
        Map<Part, Graph> opened = new EnumMap<>(Part.class);
        try {
            for (Part part : Part.values()) {
                opened.put(part, fast.open(part, threads));
            }
            return new Graphs(opened);
        } catch (IOException | OrtException e) {
            opened.values().forEach(Graph::close);
            throw e;
        }
    }

    private Graph open(Part part, int threads) throws IOException, OrtException {
        String name = "kokoro-%s-optimised.ort".formatted(part.label());
        return OptimisedGraph.open("Kokoro", Execution.threads(threads), key(part), () -> rewritten(part),
                (key, writer) -> store.derived(name, key, writer::write));
    }

    private String key(Part part) {
        return "%s part=%s".formatted(key, part.label());
    }

    /** A part as it is before it is optimised. While whoever asks does that, the next part is rewritten. */
    Path rewritten(Part part) throws IOException {
        try {
            Path file = rewriting(part).get();
            if (part.ordinal() + 1 < Part.values().length) {
                rewriting(Part.values()[part.ordinal() + 1]);
            }
            return file;
        } catch (ExecutionException e) {
            throw new IOException("Kokoro's %s cannot be rewritten: %s".formatted(part.label(), e.getCause().getMessage()), e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptedIOException("interrupted while Kokoro was rewritten");
        }
    }

    /** One at a time, because each takes 400 MB of heap. */
    private synchronized Future<Path> rewriting(Part part) {
        return rewritings.computeIfAbsent(part, next -> {
            FutureTask<Path> rewriting = new FutureTask<>(() -> rewrite(next));
            Thread thread = new Thread(rewriting, "kokoro-rewrite");
            thread.setDaemon(true);
            thread.start();
            return rewriting;
        });
    }

    private Path rewrite(Part part) throws IOException {
        return store.derived("kokoro-%s.onnx".formatted(part.label()), key(part),
                target -> GraphRewrite.rewrite(published, part, target, Calibration.shipped()));
    }
}
