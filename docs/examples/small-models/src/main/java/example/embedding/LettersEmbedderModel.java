package example.embedding;

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
import switchboard.api.model.VoiceModel;

/** Opens the embedder when the bundle starts. */
@Component(immediate = true)
@VoiceModel(name = LettersEmbedderModel.LABEL, kind = TextEmbedder.class)
public final class LettersEmbedderModel {

    static final String LABEL = "Letters";

    /** Below the models that come with the server: only who asks for it gets it. */
    private static final int RANKING = -100;
    private static final ModelDescription<TextEmbedder> DESCRIPTION =
            new ModelDescription<>(TextEmbedder.class, LABEL, "letters", "1.0", Set.of(), RANKING);

    private final LoadedModel model;

    @Activate
    public LettersEmbedderModel(BundleContext context, @Reference ModelLoader loader) {
        model = loader.load(context, DESCRIPTION, LettersEmbedder::new);
    }

    @Deactivate
    void retire() {
        model.close();
    }
}
