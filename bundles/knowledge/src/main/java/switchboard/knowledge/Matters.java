package switchboard.knowledge;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;

/**
 * What matters callers ask any company about (where it is, parking, the price, cancelling, …), and how probably a question or a passage is about
 * each: multinomial logistic regression over their vectors, one for questions and one for passages. It was fitted to the English of
 * {@code bench/matters} and the vectors of one embedder ({@code bench/run matters fit}), and knows nothing of another's. Immutable.
 *
 * @param questions a row of weights for each matter; of each the last is the bias
 * @param passages  the same, of as many matters and for vectors of the same length
 */
public record Matters(float[][] questions, float[][] passages) {

    /** To whose vectors it is fitted, as a filter over the properties of services. */
    static final String EMBEDDER = "(&(model=minilm)(version=2.0))";
    /** In which language it was fitted; primary subtag of BCP 47. */
    static final String LANGUAGE = "en";

    private static final String FILE = "matters.weights";

    /** @throws IllegalArgumentException if not all rows have one length, or there are more for questions than for passages, or less */
    public Matters {
        if (questions.length == 0 || questions.length != passages.length) {
            throw new IllegalArgumentException("%d matters of questions, %d of passages".formatted(questions.length, passages.length));
        }
        for (float[][] rows : new float[][][] {questions, passages}) {
            for (float[] row : rows) {
                if (row.length != questions[0].length) {
                    throw new IllegalArgumentException("rows of %d and of %d weights".formatted(questions[0].length, row.length));
                }
            }
        }
    }

    /** The one that was fitted. */
    static Matters fitted() {
        try (InputStream file = Matters.class.getResourceAsStream(FILE)) {
            return read(file);
        } catch (IOException e) {
            throw new IllegalStateException(FILE + " cannot be read", e);
        }
    }

    /** As {@link #write} wrote it. */
    static Matters read(InputStream file) throws IOException {
        DataInputStream data = new DataInputStream(file);
        float[][][] rows = new float[2][data.readInt()][data.readInt()];
        byte[] floats = data.readAllBytes();
        if (floats.length != rows.length * rows[0].length * rows[0][0].length * Float.BYTES) {
            throw new IOException("%d bytes of weights for %d matters; run bench/run matters fit".formatted(floats.length, rows[0].length));
        }
        FloatBuffer numbers = ByteBuffer.wrap(floats).asFloatBuffer();
        for (float[][] half : rows) {
            for (float[] row : half) {
                numbers.get(row);
            }
        }
        return new Matters(rows[0], rows[1]);
    }

    /** For {@link #read}. */
    public void write(OutputStream file) throws IOException {
        DataOutputStream data = new DataOutputStream(file);
        data.writeInt(questions.length);
        data.writeInt(questions[0].length);
        for (float[][] half : new float[][][] {questions, passages}) {
            for (float[] row : half) {
                for (float weight : row) {
                    data.writeFloat(weight);
                }
            }
        }
        data.flush();
    }

    /** Numbers in a vector. */
    int dimensions() {
        return questions[0].length - 1;
    }

    /**
     * How probably a question is about each matter; together 1.
     *
     * @param vector of {@link #dimensions} numbers
     */
    public float[] ofQuestion(float[] vector) {
        return probabilities(questions, vector);
    }

    /** The same of a passage. */
    public float[] ofPassage(float[] vector) {
        return probabilities(passages, vector);
    }

    /** How probably two are about the same matter, in [0, 1]. */
    static double same(float[] question, float[] passage) {
        double same = 0;
        for (int i = 0; i < question.length; i++) {
            same += question[i] * passage[i];
        }
        return Math.max(0, Math.min(1, same)); // of floats whose sums are nearly 1
    }

    private static float[] probabilities(float[][] rows, float[] vector) {
        float[] probabilities = new float[rows.length];
        float most = Float.NEGATIVE_INFINITY;
        for (int matter = 0; matter < rows.length; matter++) {
            float[] row = rows[matter];
            float score = row[vector.length];
            for (int i = 0; i < vector.length; i++) {
                score += row[i] * vector[i];
            }
            probabilities[matter] = score;
            most = Math.max(most, score);
        }
        float sum = 0;
        for (int matter = 0; matter < rows.length; matter++) {
            probabilities[matter] = (float) Math.exp(probabilities[matter] - most);
            sum += probabilities[matter];
        }
        for (int matter = 0; matter < rows.length; matter++) {
            probabilities[matter] /= sum;
        }
        return probabilities;
    }
}
