package switchboard.tts.kokoro;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import switchboard.api.model.ModelStore;
import switchboard.tts.kokoro.rewrite.Calibration;
import switchboard.tts.kokoro.rewrite.GraphRewrite;
import switchboard.tts.kokoro.rewrite.Part;
import switchboard.tts.kokoro.rewrite.Sha256;

/**
 * The graphs that run: the published one takes longer to say something than to hear it. It is rewritten in three parts
 * once, and what came out optimised once for this runtime and CPU; the store keeps both, so that the next start takes
 * half a second.
 */
final class FastGraphs {

    private static final String MODEL = "kokoro-82m";
    private static final String PUBLISHED = "kokoro-v1.0.int8.onnx";
    private static final Path CPU = Path.of("/proc/cpuinfo");

    private final ModelStore store;
    private final Path published;
    private final Calibration calibration;
    private final String key;
    private final String keyHere;

    private FastGraphs(ModelStore store) throws IOException {
        this.store = store;
        this.published = store.file(MODEL, PUBLISHED);
        this.calibration = Calibration.shipped();
        this.key = "source=%s rewrite=%s calibration=%s"
                .formatted(store.sha256(MODEL, PUBLISHED), GraphRewrite.VERSION, calibration.digest());
        this.keyHere = "runtime=%s cpu=%s".formatted(OrtEnvironment.getEnvironment().getVersion(), cpuFeatures());
    }

    /** Files for {@link Graphs#open}. Takes up to ten seconds the first time. */
    static Map<Part, Path> files(ModelStore store) throws IOException {
        FastGraphs graphs = new FastGraphs(store);
        Map<Part, Path> files = new EnumMap<>(Part.class);
        for (Part part : Part.values()) {
            files.put(part, graphs.optimised(part));
        }
        return files;
    }

    private Path optimised(Part part) throws IOException {
        return store.derived("kokoro-%s-optimised.onnx".formatted(part.label()), "%s part=%s %s".formatted(key, part.label(), keyHere),
                target -> optimise(rewritten(part), target));
    }

    private Path rewritten(Part part) throws IOException {
        return store.derived("kokoro-%s.onnx".formatted(part.label()), "%s part=%s".formatted(key, part.label()),
                target -> GraphRewrite.rewrite(published, part, target, calibration));
    }

    private static void optimise(Path rewritten, Path target) throws IOException {
        try {
            Graphs.optimise(rewritten, target);
        } catch (OrtException e) {
            throw new IOException("ONNX Runtime could not optimise " + rewritten, e);
        }
    }

    /** The optimised graph holds weights in the layout that suits the instructions of this CPU. */
    private static String cpuFeatures() throws IOException {
        if (!Files.isReadable(CPU)) {
            return System.getProperty("os.arch");
        }
        try (Stream<String> lines = Files.lines(CPU)) {
            String features = lines.filter(line -> line.startsWith("flags") || line.startsWith("Features")).findFirst().orElse("");
            return System.getProperty("os.arch") + "-" + Sha256.of(features.getBytes(StandardCharsets.UTF_8));
        }
    }
}
