package switchboard.embedding.minilm;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;
import switchboard.onnxruntime.Graph;

/**
 * A small BERT, quantised: the mean of what it makes of a text's tokens is the text's meaning. Thread-safe. Of a text longer than
 * 256 tokens it sees the beginning.
 */
final class SentenceEncoder implements AutoCloseable {

    static final int DIMENSIONS = 384;

    private final Graph graph;
    private final WordPiece tokenizer;

    /** @param graph is given away */
    SentenceEncoder(Graph graph, WordPiece tokenizer) {
        this.graph = graph;
        this.tokenizer = tokenizer;
    }

    /** A new vector of length one. */
    float[] encode(String text) {
        long[] ids = tokenizer.tokens(text);
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor tokens = tensor(ids); OnnxTensor mask = tensor(ones); OnnxTensor types = tensor(new long[ids.length])) {
            Map<String, OnnxTensor> inputs = Map.of("input_ids", tokens, "attention_mask", mask, "token_type_ids", types);
            return graph.run(inputs, result -> direction(((OnnxTensor) result.get(0)).getFloatBuffer()));
        } catch (OrtException e) {
            throw new IllegalStateException("the encoder failed on this text", e);
        }
    }

    /** Waits for texts being read, then frees the native memory. Closing twice has no effect. */
    @Override
    public void close() {
        graph.close();
    }

    private static OnnxTensor tensor(long[] row) throws OrtException {
        return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), LongBuffer.wrap(row), new long[] {1, row.length});
    }

    /** The sum of all tokens' vectors, at length one: the same as their mean at length one. */
    private static float[] direction(FloatBuffer tokens) {
        float[] sum = new float[DIMENSIONS];
        for (int i = 0; i < tokens.limit(); i++) {
            sum[i % DIMENSIONS] += tokens.get(i);
        }
        return Vectors.toLengthOne(sum);
    }
}
