package switchboard.embedding.minilm;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;
import switchboard.api.knowledge.TextEmbedder;
import switchboard.onnxruntime.Graph;

/**
 * all-MiniLM-L6-v2, quantised. Thread-safe. Of a text longer than 256 tokens it sees the beginning.
 *
 * @see <a href="https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2">the model's card: mean pooling, then length one</a>
 */
final class MiniLm implements TextEmbedder, AutoCloseable {

    private static final int DIMENSIONS = 384;

    private final Graph graph;
    private final WordPiece tokenizer;

    private MiniLm(Graph graph, WordPiece tokenizer) {
        this.graph = graph;
        this.tokenizer = tokenizer;
    }

    /**
     * Proves the model: a question must be nearer to its paraphrase than to another question.
     *
     * @param graph is given away, and closed if it fails
     * @throws IllegalStateException if it is not
     */
    static MiniLm open(Graph graph, WordPiece tokenizer) {
        MiniLm model = new MiniLm(graph, tokenizer);
        try {
            model.warmUp();
            return model;
        } catch (RuntimeException e) {
            model.close();
            throw e;
        }
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public float[] embed(String text) {
        long[] ids = tokenizer.tokens(text);
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor tokens = tensor(ids); OnnxTensor mask = tensor(ones); OnnxTensor types = tensor(new long[ids.length])) {
            Map<String, OnnxTensor> inputs = Map.of("input_ids", tokens, "attention_mask", mask, "token_type_ids", types);
            return graph.run(inputs, result -> direction(((OnnxTensor) result.get(0)).getFloatBuffer()));
        } catch (OrtException e) {
            throw new IllegalStateException("MiniLM failed on this text", e);
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
        double[] sum = new double[DIMENSIONS];
        for (int i = 0; i < tokens.limit(); i++) {
            sum[i % DIMENSIONS] += tokens.get(i);
        }
        double length = Math.sqrt(Arrays.stream(sum).map(x -> x * x).sum());
        float[] direction = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            direction[i] = (float) (sum[i] / length);
        }
        return direction;
    }

    private void warmUp() {
        float[] question = embed("When do you open on Sunday?");
        double like = cosine(question, embed("What are your opening hours at the weekend?"));
        double unlike = cosine(question, embed("Is there somewhere to park the car?"));
        // Written so that NaN fails too.
        if (!(like > unlike)) {
            throw new IllegalStateException("MiniLM failed its warm-up: two like questions are at %.3f, two unlike ones at %.3f"
                    .formatted(like, unlike));
        }
    }

    private static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
