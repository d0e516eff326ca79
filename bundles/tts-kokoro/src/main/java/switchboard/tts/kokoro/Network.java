package switchboard.tts.kokoro;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Map;
import switchboard.onnxruntime.Graph;

/** The graph as a function of tokens, style and speed. Thread-safe; closing waits for what runs. */
final class Network implements AutoCloseable {

    private static final String MODEL = "Kokoro";
    private static final int THREADS = 2;

    private final Graph graph;

    private Network(Graph graph) {
        this.graph = graph;
    }

    /** Opens a graph as it was published or rewritten. */
    static Network open(Path file) throws OrtException {
        return open(file, OptLevel.ALL_OPT);
    }

    /** Opens a graph that {@link #optimise} has written, in half the time: there is nothing left to optimise. */
    static Network openOptimised(Path file) throws OrtException {
        return open(file, OptLevel.NO_OPT);
    }

    /** Writes a graph as ONNX Runtime runs it on this CPU. */
    static void optimise(Path file, Path target) throws OrtException {
        try (OrtSession.SessionOptions options = Graph.options(THREADS)) {
            options.setOptimizationLevel(OptLevel.ALL_OPT);
            options.setOptimizedModelFilePath(target.toString());
            Graph.open(MODEL, file, options).close();
        }
    }

    private static Network open(Path file, OptLevel level) throws OrtException {
        try (OrtSession.SessionOptions options = Graph.options(THREADS)) {
            options.setOptimizationLevel(level);
            return new Network(Graph.open(MODEL, file, options));
        }
    }

    /**
     * Says one utterance.
     *
     * @param tokens 510 at most
     * @param style  of the voice
     * @return 24 kHz, as the graph made it
     * @throws IllegalStateException if the network is closed
     */
    float[] say(int[] tokens, float[] style, float speed) throws OrtException {
        graph.requireOpen();
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        long[] framed = framed(tokens);
        try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(framed), new long[] {1, framed.length});
                OnnxTensor voice = OnnxTensor.createTensor(environment, FloatBuffer.wrap(style), new long[] {1, style.length});
                OnnxTensor pace = OnnxTensor.createTensor(environment, FloatBuffer.wrap(new float[] {speed}), new long[] {1})) {
            return graph.run(Map.of("tokens", input, "style", voice, "speed", pace), Network::audio);
        } catch (IllegalStateException e) {
            // A failed run is about this input; only a closed graph is about the model.
            if (e.getCause() instanceof OrtException failure) {
                throw failure;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        graph.close();
    }

    private static float[] audio(OrtSession.Result result) {
        FloatBuffer audio = ((OnnxTensor) result.get(0)).getFloatBuffer();
        float[] samples = new float[audio.remaining()];
        audio.get(samples);
        return samples;
    }

    /** A zero on both sides tells the model where the utterance begins and ends. */
    private static long[] framed(int[] tokens) {
        long[] framed = new long[tokens.length + 2];
        for (int i = 0; i < tokens.length; i++) {
            framed[i + 1] = tokens[i];
        }
        return framed;
    }
}
