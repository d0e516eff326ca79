package switchboard.llm.openai;

import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import switchboard.api.company.Secrets;
import switchboard.api.llm.LanguageModel;
import switchboard.api.model.LoadedModel;
import switchboard.api.model.ModelDescription;
import switchboard.api.model.ModelLoader;
import switchboard.api.model.VoiceModel;

/** Publishes the client of OpenAI-compatible endpoints; which endpoint is a matter of each company, so it is warm without one. */
@Component(immediate = true)
@VoiceModel(name = "OpenAI-compatible endpoint", kind = LanguageModel.class)
public final class OpenAiModel {

    /** Below every embedded model: it answers only for the companies that ask for it, by the filter {@code (model=openai)}. */
    private static final int RANKING = -10;

    private final LoadedModel model;

    @Activate
    public OpenAiModel(BundleContext context, @Reference ModelLoader loader, @Reference Secrets secrets) {
        var description = new ModelDescription<>(LanguageModel.class, "OpenAI-compatible endpoint", "openai", "1", Set.of(), RANKING);
        model = loader.load(context, description, () -> OpenAiChat.open(Deadlines.OF_A_CALL, secrets));
    }

    @Deactivate
    void retire() throws Exception {
        model.close();
    }
}
