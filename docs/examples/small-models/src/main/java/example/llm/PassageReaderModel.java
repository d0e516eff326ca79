package example.llm;

import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import switchboard.api.llm.LanguageModel;
import switchboard.api.model.LoadedModel;
import switchboard.api.model.ModelDescription;
import switchboard.api.model.ModelLoader;
import switchboard.api.model.VoiceModel;

/** Opens the reader when the bundle starts. */
@Component(immediate = true)
@VoiceModel(name = PassageReaderModel.LABEL, kind = LanguageModel.class)
public final class PassageReaderModel {

    static final String LABEL = "Passage reader";

    /** Below the models that come with the server: only who asks for it gets it. */
    private static final int RANKING = -100;
    private static final ModelDescription<LanguageModel> DESCRIPTION =
            new ModelDescription<>(LanguageModel.class, LABEL, "passages", "1.0", Set.of(), RANKING);

    private final LoadedModel model;

    @Activate
    public PassageReaderModel(BundleContext context, @Reference ModelLoader loader) {
        model = loader.load(context, DESCRIPTION, PassageReader::new);
    }

    @Deactivate
    void retire() {
        model.close();
    }
}
