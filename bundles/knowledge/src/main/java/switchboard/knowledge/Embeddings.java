package switchboard.knowledge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import switchboard.api.model.ModelStore;

/**
 * The vectors of documents, computed once for the same words and the same embedder, which is known by its name, its version
 * and what it makes of a sentence: they are on disk when the server starts
 * again, and one changed document costs nothing for the others. Thread-safe.
 */
final class Embeddings {

    /** Words, numbers and letters of several languages. */
    private static final String SAMPLE = "We open at 17:30 on Sundays; ¿cuánto cuesta la sopa? Größe 42, bitte.";

    private final ModelStore store;
    private volatile @Nullable Nature known;

    /** Of whoever was asked last. */
    private record Nature(Embedder embedder, String text) {}

    Embeddings(ModelStore store) {
        this.store = store;
    }

    /** A document and the meaning of each of its passages, in their order; vectors have the length one. */
    record Embedded(Document document, List<float[]> vectors) {}

    /**
     * @param embedder whose vectors they are
     * @param meaning  asks it for one; empty if it cannot tell
     * @throws IOException if the cache cannot be written or read, or the embedder cannot tell
     */
    List<Embedded> of(List<Document> documents, Embedder embedder, Function<String, Optional<float[]>> meaning) throws IOException {
        List<Embedded> embedded = new ArrayList<>();
        for (Document document : documents) {
            embedded.add(of(document, embedder, meaning));
        }
        return embedded;
    }

    private Embedded of(Document document, Embedder embedder, Function<String, Optional<float[]>> meaning) throws IOException {
        List<String> texts = document.passages().stream().map(Document.Section::inContext).toList();
        if (texts.isEmpty()) {
            return new Embedded(document, List.of());
        }
        // Lengths, so that no two lists of texts look the same.
        String key = "embeddings 2\n" + embedder.owner() + "\n" + nature(embedder, meaning) + "\n"
                + texts.stream().map(text -> text.length() + " " + text).collect(Collectors.joining("\n"));
        int dimensions = embedder.dimensions();
        Path file = store.derived("embeddings.f32", key, target -> write(target, texts, dimensions, meaning));
        FloatBuffer floats = ByteBuffer.wrap(Files.readAllBytes(file)).asFloatBuffer();
        if (floats.remaining() != texts.size() * dimensions) {
            throw new IOException("%s has %d numbers; %d were expected. Delete it".formatted(file, floats.remaining(), texts.size() * dimensions));
        }
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            float[] vector = new float[dimensions];
            floats.get(vector);
            vectors.add(vector);
        }
        return new Embedded(document, vectors);
    }

    private static void write(Path target, List<String> texts, int dimensions, Function<String, Optional<float[]>> meaning) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(texts.size() * dimensions * Float.BYTES);
        FloatBuffer floats = bytes.asFloatBuffer();
        for (String text : texts) {
            floats.put(ask(text, meaning));
        }
        Files.write(target, bytes.array());
    }

    /** What an embedder makes of a sentence, roughly: one that was updated under its name and version makes something else of it. */
    private String nature(Embedder embedder, Function<String, Optional<float[]>> meaning) throws IOException {
        Nature last = known;
        if (last == null || !last.embedder.equals(embedder)) {
            float[] vector = ask(SAMPLE, meaning);
            last = new Nature(embedder, IntStream.range(0, vector.length).mapToObj(i -> Integer.toString(Math.round(100 * vector[i]))).collect(Collectors.joining(" ")));
            known = last;
        }
        return last.text;
    }

    private static float[] ask(String text, Function<String, Optional<float[]>> meaning) throws IOException {
        return meaning.apply(text).orElseThrow(() -> new IOException("the embedder is gone, fails or hangs"));
    }
}
