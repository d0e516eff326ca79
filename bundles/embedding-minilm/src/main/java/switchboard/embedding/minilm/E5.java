package switchboard.embedding.minilm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * E5-small-v2, which was trained on questions and the passages that answer them, and reads each as what it is. As published, all its
 * vectors lie close together (cosines from 0.7 to 0.9); what they have in common is taken away, so that its cosines spread as
 * MiniLM's do. Thread-safe.
 *
 * @param questions what the vectors of questions have in common
 * @param passages  what the vectors of passages have in common
 * @see <a href="https://huggingface.co/intfloat/e5-small-v2">the model's card: the prefixes; mean pooling, then length one</a>
 */
record E5(SentenceEncoder encoder, float[] questions, float[] passages) {

    private static final String QUESTION = "query: ";
    private static final String PASSAGE = "passage: ";

    float[] question(String text) {
        return Vectors.toLengthOne(Vectors.minus(encoder.encode(QUESTION + text), questions));
    }

    float[] passage(String text) {
        return Vectors.toLengthOne(Vectors.minus(encoder.encode(PASSAGE + text), passages));
    }

    /** Computes from ordinary sentences of any trade what vectors have in common; takes some 0.2 s. */
    static E5 computed(SentenceEncoder encoder) throws IOException {
        return new E5(encoder, common(encoder, QUESTION, "questions.txt"), common(encoder, PASSAGE, "statements.txt"));
    }

    /** As it was {@linkplain #write written}. */
    static E5 read(SentenceEncoder encoder, Path file) throws IOException {
        FloatBuffer floats = ByteBuffer.wrap(Files.readAllBytes(file)).asFloatBuffer();
        if (floats.remaining() != 2 * SentenceEncoder.DIMENSIONS) {
            throw new IOException("%s has %d numbers; %d were expected. Delete it".formatted(file, floats.remaining(), 2 * SentenceEncoder.DIMENSIONS));
        }
        float[] questions = new float[SentenceEncoder.DIMENSIONS];
        float[] passages = new float[SentenceEncoder.DIMENSIONS];
        floats.get(questions).get(passages);
        return new E5(encoder, questions, passages);
    }

    /** Writes what vectors have in common. */
    void write(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(2 * SentenceEncoder.DIMENSIONS * Float.BYTES);
        bytes.asFloatBuffer().put(questions).put(passages);
        Files.write(file, bytes.array());
    }

    private static float[] common(SentenceEncoder encoder, String prefix, String file) throws IOException {
        return Vectors.mean(lines(file).stream().map(line -> encoder.encode(prefix + line)).toList());
    }

    /** Whatever is computed from the sentences changes with them. */
    static String sentences() throws IOException {
        return lines("questions.txt") + " " + lines("statements.txt");
    }

    private static List<String> lines(String file) throws IOException {
        try (InputStream text = E5.class.getResourceAsStream(file)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
