package switchboard.tts.kokoro;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Map;
import switchboard.onnxruntime.Graph;

/** The graph as it was published, in one piece: slow, and the measure of the fast ones. */
final class PublishedGraph implements AutoCloseable {

    private final Graph graph;

    PublishedGraph(Path file) throws OrtException {
        this.graph = Graph.open("published Kokoro", file);
    }

    float[] say(int[] tokens, float[] style) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        long[] framed = new long[tokens.length + 2];
        for (int i = 0; i < tokens.length; i++) {
            framed[i + 1] = tokens[i];
        }
        try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(framed), new long[] {1, framed.length});
                OnnxTensor voice = OnnxTensor.createTensor(environment, FloatBuffer.wrap(style), new long[] {1, style.length});
                OnnxTensor pace = OnnxTensor.createTensor(environment, new float[] {1})) {
            return graph.run(Map.of("tokens", input, "style", voice, "speed", pace), PublishedGraph::audio);
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
}
