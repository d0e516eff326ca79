package switchboard.embedding.minilm;

import ai.onnxruntime.OrtException;
import java.io.IOException;
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

/** Loads MiniLM when the bundle starts; the service appears once it is warm. */
@Component(immediate = true)
@VoiceModel(name = MiniLmModel.LABEL, kind = TextEmbedder.class)
public final class MiniLmModel {

    static final String LABEL = "MiniLM-L6-v2";

    private static final String FILES = "minilm-l6-v2-q";
    private static final String WEIGHTS = "all-minilm-l6-v2-q.onnx";
    private static final String TOKENIZER = "all-minilm-l6-v2-q-tokenizer.json";
    private static final ModelDescription<TextEmbedder> DESCRIPTION =
            new ModelDescription<>(TextEmbedder.class, LABEL, "minilm", "1.0", Set.of("en"), 0);

    private final LoadedModel model;

    @Activate
    public MiniLmModel(BundleContext context, @Reference ModelLoader loader, @Reference ModelStore store) {
        model = loader.load(context, DESCRIPTION, () -> load(store));
    }

    static MiniLm load(ModelStore store) throws IOException, OrtException {
        return MiniLm.open(graph(store), tokenizer(store));
    }

    /** From the cache as from the published file; that takes longer, but a cache that cannot be used does no harm. */
    private static WordPiece tokenizer(ModelStore store) throws IOException {
        try {
            return WordPiece.readCompiled(store.derived("minilm-vocabulary.txt", "wordpiece=1 source=" + store.sha256(FILES, TOKENIZER),
                    target -> WordPiece.write(store.file(FILES, TOKENIZER), target)));
        } catch (IOException e) {
            return WordPiece.read(store.file(FILES, TOKENIZER));
        }
    }

    private static Graph graph(ModelStore store) throws IOException, OrtException {
        return OptimisedGraph.open("MiniLM", Execution.threads(1), store.sha256(FILES, WEIGHTS), () -> store.file(FILES, WEIGHTS),
                (key, writer) -> store.derived("minilm-optimised.ort", key, writer::write));
    }

    /** Withdraws the service first, waits for its leases, then frees the native memory. */
    @Deactivate
    void retire() {
        model.close();
    }
}
