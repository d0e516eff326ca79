package switchboard.llm.receptionist.acts;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.EnumMap;
import java.util.Map;

/**
 * Multinomial logistic regression: from the vector of a clause's meaning to how probable each act is. It was fitted to the vectors of
 * one embedder ({@code bench/run acts fit}) and knows nothing of another's. Immutable.
 *
 * @param embedder the property {@code model} of the embedder
 * @param version  its property {@code version}
 * @param weights  a row per {@link Act}; of each the last is the bias
 */
public record ActModel(String embedder, String version, float[][] weights) {

    /** To whose vectors it is fitted: the properties {@code model} and {@code version}. */
    public static final String EMBEDDER = "minilm";
    public static final String EMBEDDER_VERSION = "2.0";

    private static final String FILE = "acts.weights";

    /** @throws IllegalArgumentException if there is not a row of one length for each act */
    public ActModel {
        if (weights.length != Act.values().length) {
            throw new IllegalArgumentException("%d rows of weights for %d acts".formatted(weights.length, Act.values().length));
        }
        for (float[] row : weights) {
            if (row.length != weights[0].length) {
                throw new IllegalArgumentException("rows of %d and of %d weights".formatted(weights[0].length, row.length));
            }
        }
    }

    /** The one that was fitted. */
    public static ActModel fitted() {
        try (InputStream file = ActModel.class.getResourceAsStream(FILE)) {
            return read(file);
        } catch (IOException e) {
            throw new IllegalStateException(FILE + " cannot be read", e);
        }
    }

    /** As {@link #write} wrote it. */
    static ActModel read(InputStream file) throws IOException {
        DataInputStream data = new DataInputStream(file);
        String embedder = data.readUTF();
        String version = data.readUTF();
        float[][] weights = new float[Act.values().length][data.readInt()];
        byte[] floats = data.readAllBytes();
        if (floats.length != weights.length * weights[0].length * Float.BYTES) {
            throw new IOException("%d bytes of weights for %d acts; run bench/run acts fit".formatted(floats.length, weights.length));
        }
        FloatBuffer numbers = ByteBuffer.wrap(floats).asFloatBuffer();
        for (float[] row : weights) {
            numbers.get(row);
        }
        return new ActModel(embedder, version, weights);
    }

    /** For {@link #read}. */
    public void write(OutputStream file) throws IOException {
        DataOutputStream data = new DataOutputStream(file);
        data.writeUTF(embedder);
        data.writeUTF(version);
        data.writeInt(weights[0].length);
        for (float[] row : weights) {
            for (float weight : row) {
                data.writeFloat(weight);
            }
        }
        data.flush();
    }

    /** Numbers in a vector. */
    int dimensions() {
        return weights[0].length - 1;
    }

    /**
     * How probable each act is; together 1.
     *
     * @param vector of {@link #dimensions} numbers
     */
    public Map<Act, Double> probabilities(float[] vector) {
        double[] scores = new double[weights.length];
        double most = Double.NEGATIVE_INFINITY;
        for (int act = 0; act < scores.length; act++) {
            float[] row = weights[act];
            double score = row[vector.length];
            for (int i = 0; i < vector.length; i++) {
                score += row[i] * vector[i];
            }
            scores[act] = score;
            most = Math.max(most, score);
        }
        double sum = 0;
        for (int act = 0; act < scores.length; act++) {
            scores[act] = Math.exp(scores[act] - most);
            sum += scores[act];
        }
        Map<Act, Double> probabilities = new EnumMap<>(Act.class);
        for (Act act : Act.values()) {
            probabilities.put(act, scores[act.ordinal()] / sum);
        }
        return probabilities;
    }
}
