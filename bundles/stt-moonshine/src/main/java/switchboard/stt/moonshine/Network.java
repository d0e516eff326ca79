package switchboard.stt.moonshine;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;
import switchboard.api.model.ModelStore;
import switchboard.onnxruntime.Execution;
import switchboard.onnxruntime.OptimisedGraph;

/**
 * Encoder and decoder in native memory, and their only owner. {@link #tokens} may run on several threads at once, but not
 * while the network is being closed.
 */
final class Network implements AutoCloseable {

    /** No speaker says more; a decoder that is stuck repeats itself until here. */
    private static final double TOKENS_PER_SECOND = 6.5;
    private static final int TOKENS_BESIDES = 4;

    private final OrtSession encoder;
    private final OrtSession decoder;

    /** Sessions are given away. */
    Network(OrtSession encoder, OrtSession decoder) {
        this.encoder = encoder;
        this.decoder = decoder;
    }

    static Network open(ModelStore store) throws OrtException, IOException {
        OrtSession encoder = session(store, "encoder_model.ort");
        try {
            return new Network(encoder, session(store, "decoder_model_merged.ort"));
        } catch (OrtException | IOException e) {
            encoder.close();
            throw e;
        }
    }

    private static OrtSession session(ModelStore store, String file) throws OrtException, IOException {
        return OptimisedGraph.session("Moonshine", Execution.threads(1), store.sha256(MoonshineModel.FILES, file), () -> store.file(MoonshineModel.FILES, file),
                (key, writer) -> store.derived("moonshine-" + file, key, writer::write));
    }

    /**
     * What is said, as tokens of the vocabulary, without the special ones.
     *
     * @param samples  at 16 kHz, 0.2 s or more
     * @param expected tokens that it may begin with
     */
    int[] tokens(float[] samples, int[] expected) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        long[] shape = {1, samples.length};
        long[] ones = new long[samples.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor audio = OnnxTensor.createTensor(environment, FloatBuffer.wrap(samples), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                OrtSession.Result encoded = encoder.run(Map.of("input_values", audio, "attention_mask", mask));
                Decoding decoding = new Decoding(decoder, (OnnxTensor) encoded.get(0), mask)) {
            return decoding.greedy(mostTokens(samples.length), expected);
        }
    }

    @Override
    public void close() {
        try {
            encoder.close();
            decoder.close();
        } catch (OrtException e) {
            throw new IllegalStateException("Moonshine could not be freed", e);
        }
    }

    private static int mostTokens(int samples) {
        return (int) (TOKENS_PER_SECOND * samples / Moonshine.SAMPLE_RATE_HZ) + TOKENS_BESIDES;
    }
}
