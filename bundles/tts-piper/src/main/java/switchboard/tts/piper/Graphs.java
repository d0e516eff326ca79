package switchboard.tts.piper;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;
import switchboard.api.model.ModelStore;
import switchboard.onnxruntime.Execution;
import switchboard.onnxruntime.Graph;
import switchboard.onnxruntime.OptimisedGraph;

/**
 * The two parts of the graph as functions, and the only owner of their native memory. Thread-safe; closing waits for what runs.
 *
 * <p>The front draws random numbers: the same words never sound quite the same twice.
 */
final class Graphs implements AutoCloseable {

    private static final String NAME = "Piper";
    /** The front is waited for, and a second thread makes it a quarter quicker; a window is short, and the other core another call's. */
    private static final Map<Part, Integer> THREADS = Map.of(Part.FRONT, 2, Part.DECODER, 1);

    private final Graph front;
    private final Graph decoder;

    private Graphs(Graph front, Graph decoder) {
        this.front = front;
        this.decoder = decoder;
    }

    /** Opens both parts. Takes some seconds the first time; the store keeps what came out. */
    static Graphs open(ModelStore store) throws IOException, OrtException {
        Graph front = open(store, Part.FRONT);
        try {
            return new Graphs(front, open(store, Part.DECODER));
        } catch (IOException | OrtException | RuntimeException e) {
            front.close();
            throw e;
        }
    }

    private static Graph open(ModelStore store, Part part) throws IOException, OrtException {
        String key = "source=%s cut=%s part=%s".formatted(store.sha256(VoiceFile.MODEL, VoiceFile.WEIGHTS), Part.VERSION, part.label());
        return OptimisedGraph.open(NAME, Execution.threads(THREADS.get(part)), key,
                () -> store.derived("piper-%s.onnx".formatted(part.label()), key, target -> part.cut(store.file(VoiceFile.MODEL, VoiceFile.WEIGHTS), target)),
                (optimised, writer) -> store.derived("piper-%s-optimised.ort".formatted(part.label()), optimised, writer::write));
    }

    /**
     * What is to be heard.
     *
     * @param numbers of {@link VoiceFile#numbersOf}: any other would abort the JVM
     * @param speed   1 is the voice's own pace
     */
    Latents front(long[] numbers, VoiceFile voice, float speed) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        float[] scales = {voice.noise(), voice.pace() / speed, voice.rhythm()};
        try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), new long[] {1, numbers.length});
             OnnxTensor length = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[] {numbers.length}), new long[] {1});
             OnnxTensor style = OnnxTensor.createTensor(environment, FloatBuffer.wrap(scales), new long[] {scales.length})) {
            return front.run(Map.of("input", input, "input_lengths", length, "scales", style), result -> {
                OnnxTensor latents = (OnnxTensor) result.get(0);
                return new Latents((int) latents.getInfo().getShape()[2], floats(latents));
            });
        }
    }

    /** @return 256 mono samples for each frame */
    float[] decoder(Latents latents) throws OrtException {
        try (OnnxTensor input = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), FloatBuffer.wrap(latents.values()), latents.shape())) {
            return decoder.run(Map.of(Part.LATENTS, input), result -> floats((OnnxTensor) result.get(0)));
        }
    }

    @Override
    public void close() {
        front.close();
        decoder.close();
    }

    private static float[] floats(OnnxTensor tensor) {
        FloatBuffer buffer = tensor.getFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
    }
}
