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
import switchboard.api.knowledge.TextEmbedder;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelStore;

/**
 * The vectors of documents, computed once for the same words and the same embedder: they are on disk when the server starts
 * again, and one changed document costs nothing for the others. Thread-safe.
 */
final class Embeddings {

    private final ModelStore store;

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
    Embedded of(Document document, Lease<TextEmbedder> embedder, Function<String, Optional<float[]>> meaning) throws IOException {
        List<String> texts = document.passages().stream().map(Document.Section::inContext).toList();
        if (texts.isEmpty()) {
            return new Embedded(document, List.of());
        }
        // Lengths, so that no two lists of texts look the same.
        String key = "embeddings 1\n" + embedder.owner() + "\n" + texts.stream().map(text -> text.length() + " " + text).collect(Collectors.joining("\n"));
        int dimensions = embedder.model().dimensions();
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
            floats.put(meaning.apply(text).orElseThrow(() -> new IOException("the embedder is gone, fails or hangs")));
        }
        Files.write(target, bytes.array());
    }
}
