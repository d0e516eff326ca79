package switchboard.tts.kokoro;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import switchboard.onnxruntime.Graph;
import switchboard.tts.kokoro.rewrite.Part;

/**
 * The three parts of the graph as functions, and the only owner of their native memory. Thread-safe; closing waits for
 * what runs.
 *
 * <p>There is no other session: an utterance that is computed as a whole runs through the same three, only with the
 * statistics of its own. So that fall-back is always warm and takes no memory.
 */
final class Graphs implements AutoCloseable {

    /** A second thread gains a fifth to a third; more gain nothing on windows as short as these. */
    static final int THREADS = 2;

    private final Map<Part, Graph> graphs;

    /** @param graphs one for each part, as {@link FastGraphs} makes them; given away */
    Graphs(Map<Part, Graph> graphs) {
        this.graphs = graphs;
    }

    /** @param tokens 510 at most */
    Prosody front(int[] tokens, float[] style, float speed) throws OrtException {
        try (Inputs inputs = new Inputs()) {
            long[] framed = framed(tokens);
            inputs.put("tokens", OnnxTensor.createTensor(inputs.environment, LongBuffer.wrap(framed), new long[] {1, framed.length}));
            inputs.put("style", style, 1, style.length);
            inputs.put("speed", new float[] {speed}, 1);
            return run(Part.FRONT, inputs, result -> new Prosody(
                    curve(result, "asr"), curve(result, "f0"), curve(result, "n"), longs(result, "dur")));
        }
    }

    /** @return 512 numbers for each half frame */
    Curve trunk(Prosody prosody, float[] style) throws OrtException {
        try (Inputs inputs = new Inputs()) {
            inputs.put("asr", prosody.features());
            inputs.put("f0", prosody.pitch());
            inputs.put("n", prosody.noise());
            inputs.put("style", style, 1, style.length);
            return run(Part.TRUNK, inputs, result -> curve(result, "x"));
        }
    }

    /**
     * Makes sound.
     *
     * @param statistics those of the voice, for a window; empty: those of what is given, for a whole utterance
     * @return samples at 24 kHz, 300 for each half frame
     */
    float[] generator(Curve x, Curve pitch, Curve phase, float[] style, Optional<Normalisation> statistics) throws OrtException {
        Normalisation told = statistics.orElse(Normalisation.UNUSED);
        try (Inputs inputs = new Inputs()) {
            inputs.put("x", x);
            inputs.put("f0", pitch);
            inputs.put("phase", phase);
            inputs.put("style", style, 1, style.length);
            inputs.put("mean", told.mean(), told.mean().length);
            inputs.put("var", told.variance(), told.variance().length);
            inputs.put("own", OnnxTensor.createTensor(inputs.environment, new boolean[] {statistics.isEmpty()}));
            return run(Part.GENERATOR, inputs, result -> floats(tensor(result, "audio")));
        }
    }

    /** Waits for what runs, then frees the native memory. Closing twice has no effect. */
    @Override
    public void close() {
        graphs.values().forEach(Graph::close);
    }

    private <T> T run(Part part, Inputs inputs, Graph.Reading<T> reading) throws OrtException {
        try {
            return graphs.get(part).run(inputs.tensors, reading);
        } catch (IllegalStateException e) {
            // A failed run is about this input; only a closed graph is about the model.
            if (e.getCause() instanceof OrtException failure) {
                throw failure;
            }
            throw e;
        }
    }

    /** A zero on both sides tells the model where the utterance begins and ends. */
    private static long[] framed(int[] tokens) {
        long[] framed = new long[tokens.length + 2];
        for (int i = 0; i < tokens.length; i++) {
            framed[i + 1] = tokens[i];
        }
        return framed;
    }

    private static OnnxTensor tensor(OrtSession.Result result, String name) {
        return (OnnxTensor) result.get(name).orElseThrow();
    }

    private static Curve curve(OrtSession.Result result, String name) {
        OnnxTensor tensor = tensor(result, name);
        long[] shape = tensor.getInfo().getShape();
        int steps = (int) shape[shape.length - 1];
        float[] values = floats(tensor);
        return new Curve(values.length / steps, steps, values);
    }

    private static float[] floats(OnnxTensor tensor) {
        FloatBuffer buffer = tensor.getFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    private static long[] longs(OrtSession.Result result, String name) {
        LongBuffer buffer = tensor(result, name).getLongBuffer();
        long[] values = new long[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    /** The tensors of one run; freed together. */
    private static final class Inputs implements AutoCloseable {

        private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
        private final Map<String, OnnxTensor> tensors = new LinkedHashMap<>();

        void put(String name, OnnxTensor tensor) {
            tensors.put(name, tensor);
        }

        void put(String name, float[] values, long... shape) throws OrtException {
            put(name, OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape));
        }

        void put(String name, Curve curve) throws OrtException {
            put(name, curve.values(), curve.shape());
        }

        @Override
        public void close() {
            List<OnnxTensor> all = new ArrayList<>(tensors.values());
            all.forEach(OnnxTensor::close);
        }
    }
}
