package example.sphinx;

import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import switchboard.api.model.LoadedModel;
import switchboard.api.model.ModelDescription;
import switchboard.api.model.ModelLoader;
import switchboard.api.model.VoiceModel;
import switchboard.api.stt.SpeechToText;

/** Opens the recogniser when the bundle starts; a company has it with {@code "stt.target": "(model=sphinx)"}. */
@Component(immediate = true)
@VoiceModel(name = SphinxModel.LABEL, kind = SpeechToText.class)
public final class SphinxModel {

    static final String LABEL = "PocketSphinx";

    /** Below the recognisers that come with the server: only who asks for it gets it. */
    private static final int RANKING = -100;
    private static final ModelDescription<SpeechToText> DESCRIPTION =
            new ModelDescription<>(SpeechToText.class, LABEL, "sphinx", "1.0", Set.of("en"), RANKING);

    private final LoadedModel model;

    @Activate
    public SphinxModel(BundleContext context, @Reference ModelLoader loader) {
        model = loader.load(context, DESCRIPTION, SphinxRecogniser::open);
    }

    @Deactivate
    void retire() {
        model.close();
    }
}
