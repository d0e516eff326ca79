package switchboard.tts.piper;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Map;
import switchboard.onnxruntime.Execution;
import switchboard.onnxruntime.Graph;

/**
 * The graph as a function, and the only owner of its native memory. Thread-safe; closing waits for what runs.
 *
 * <p>The graph draws random numbers: the same words never sound quite the same twice.
 */
final class Synthesis implements AutoCloseable {

    private static final String NAME = "Piper";
    private static final int THREADS = 2;

    private final Graph graph;
    private final VoiceFile voice;

    private Synthesis(Graph graph, VoiceFile voice) {
        this.graph = graph;
        this.voice = voice;
    }

    static Synthesis open(Path weights, VoiceFile voice) throws OrtException {
        try (OrtSession.SessionOptions options = Execution.threads(THREADS).options()) {
            return new Synthesis(Graph.open(NAME, weights, options), voice);
        }
    }

    /**
     * Says it.
     *
     * @param numbers of {@link VoiceFile#numbersOf}: any other would abort the JVM
     * @param speed   1 is the voice's own pace
     * @return mono samples, with silence round them
     */
    float[] say(long[] numbers, float speed) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        float[] scales = {voice.noise(), voice.pace() / speed, voice.rhythm()};
        try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), new long[] {1, numbers.length});
             OnnxTensor length = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[] {numbers.length}), new long[] {1});
             OnnxTensor style = OnnxTensor.createTensor(environment, FloatBuffer.wrap(scales), new long[] {scales.length})) {
            return graph.run(Map.of("input", input, "input_lengths", length, "scales", style), Synthesis::samples);
        }
    }

    @Override
    public void close() {
        graph.close();
    }

    private static float[] samples(OrtSession.Result result) {
        FloatBuffer buffer = ((OnnxTensor) result.get(0)).getFloatBuffer();
        float[] samples = new float[buffer.remaining()];
        buffer.get(samples);
        return samples;
    }
}
