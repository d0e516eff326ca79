package switchboard.embedding.minilm;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import switchboard.api.knowledge.TextEmbedder;
import switchboard.api.model.LoadedModel;
import switchboard.api.model.ModelDescription;
import switchboard.api.model.ModelLoader;
import switchboard.api.model.ModelStore;
import switchboard.api.model.VoiceModel;
import switchboard.onnxruntime.Execution;
import switchboard.onnxruntime.Graph;
import switchboard.onnxruntime.OptimisedGraph;

/** Loads MiniLM and E5 when the bundle starts; the service appears once both are warm. */
@Component(immediate = true)
@VoiceModel(name = MiniLmModel.LABEL, kind = TextEmbedder.class)
public final class MiniLmModel {

    static final String LABEL = "MiniLM-L6-v2 and E5-small-v2";

    private static final String MINILM_FILES = "minilm-l6-v2-q";
    private static final String MINILM_WEIGHTS = "all-minilm-l6-v2-q.onnx";
    /** E5's vocabulary is the same. */
    private static final String TOKENIZER = "all-minilm-l6-v2-q-tokenizer.json";
    private static final String E5_FILES = "e5-small-v2-q";
    private static final String E5_WEIGHTS = "e5-small-v2-q.onnx";
    private static final ModelDescription<TextEmbedder> DESCRIPTION =
            new ModelDescription<>(TextEmbedder.class, LABEL, "minilm", "2.0", Set.of("en"), 0);

    private final LoadedModel model;

    @Activate
    public MiniLmModel(BundleContext context, @Reference ModelLoader loader, @Reference ModelStore store) {
        model = loader.load(context, DESCRIPTION, () -> load(store));
    }

    static PairedEmbedder load(ModelStore store) throws IOException, OrtException {
        WordPiece tokenizer = tokenizer(store);
        SentenceEncoder miniLm = new SentenceEncoder(graph(store, "MiniLM", "minilm-optimised.ort", MINILM_FILES, MINILM_WEIGHTS), tokenizer);
        try {
            return PairedEmbedder.open(miniLm, e5(store, tokenizer));
        } catch (IOException | OrtException | RuntimeException e) {
            miniLm.close();
            throw e;
        }
    }

    /** From the cache as from the published file; that takes longer, but a cache that cannot be used does no harm. */
    private static WordPiece tokenizer(ModelStore store) throws IOException {
        try {
            return WordPiece.readCompiled(store.derived("minilm-vocabulary.txt", "wordpiece=1 source=" + store.sha256(MINILM_FILES, TOKENIZER),
                    target -> WordPiece.write(store.file(MINILM_FILES, TOKENIZER), target)));
        } catch (IOException e) {
            return WordPiece.read(store.file(MINILM_FILES, TOKENIZER));
        }
    }

    private static Graph graph(ModelStore store, String name, String cached, String files, String weights) throws IOException, OrtException {
        return OptimisedGraph.open(name, Execution.threads(1), store.sha256(files, weights), () -> store.file(files, weights),
                (key, writer) -> store.derived(cached, key, writer::write));
    }

    private static E5 e5(ModelStore store, WordPiece tokenizer) throws IOException, OrtException {
        SentenceEncoder encoder = new SentenceEncoder(graph(store, "E5", "e5-optimised.ort", E5_FILES, E5_WEIGHTS), tokenizer);
        try {
            return centred(store, encoder);
        } catch (IOException | RuntimeException e) {
            encoder.close();
            throw e;
        }
    }

    /** What E5's vectors have in common is computed once, not at each start. */
    private static E5 centred(ModelStore store, SentenceEncoder encoder) throws IOException {
        try {
            Path file = store.derived("e5-common.f32", "common=1 source=%s %s".formatted(store.sha256(E5_FILES, E5_WEIGHTS), E5.sentences()),
                    target -> E5.computed(encoder).write(target));
            return E5.read(encoder, file);
        } catch (IOException e) {
            return E5.computed(encoder);
        }
    }

    /** Withdraws the service first, waits for its leases, then frees the native memory. */
    @Deactivate
    void retire() {
        model.close();
    }
}
