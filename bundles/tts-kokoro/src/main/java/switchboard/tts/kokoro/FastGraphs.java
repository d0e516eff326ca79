package switchboard.tts.kokoro;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import switchboard.api.model.ModelStore;
import switchboard.tts.kokoro.rewrite.Calibration;
import switchboard.tts.kokoro.rewrite.GraphRewrite;
import switchboard.tts.kokoro.rewrite.Sha256;

/**
 * The graph that runs: the published one takes longer to say something than to hear it. It is rewritten once, and what
 * came out optimised once for this runtime and CPU; the store keeps both, so that the next start takes half a second.
 */
final class FastGraph {

    private static final Path CPU = Path.of("/proc/cpuinfo");

    private FastGraph() {
    }

    /** A file for {@link Network#openOptimised}. Takes up to ten seconds the first time. */
    static Path file(ModelStore store) throws IOException {
        Path published = store.file("kokoro-82m", "kokoro-v1.0.int8.onnx");
        Calibration calibration = Calibration.shipped();
        String key = "source=%s rewrite=%s calibration=%s"
                .formatted(Sha256.of(published), GraphRewrite.VERSION, calibration.digest());
        String keyHere = "%s runtime=%s cpu=%s".formatted(key, OrtEnvironment.getEnvironment().getVersion(), cpuFeatures());
        return store.derived("kokoro-best-optimised.onnx", keyHere, target -> optimise(
                store.derived("kokoro-best.onnx", key, best -> GraphRewrite.rewrite(published, best, calibration)), target));
    }

    private static void optimise(Path rewritten, Path target) throws IOException {
        try {
            Network.optimise(rewritten, target);
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
