package switchboard.llm.receptionist;

import java.util.List;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import switchboard.api.knowledge.Passage;
import switchboard.api.llm.LanguageModel;
import switchboard.api.llm.Message;
import switchboard.api.model.LoadedModel;
import switchboard.api.model.ModelDescription;
import switchboard.api.model.ModelLoader;
import switchboard.api.model.VoiceModel;

/** Publishes the receptionist: no key, no download, ready at once. */
@Component(immediate = true)
@VoiceModel(name = "Receptionist", kind = LanguageModel.class)
public final class ReceptionistModel {

    private final LoadedModel model;

    @Activate
    public ReceptionistModel(BundleContext context, @Reference ModelLoader loader) {
        var description = new ModelDescription<>(LanguageModel.class, "Receptionist", "receptionist", "1.0", Set.of("en"), 10);
        model = loader.load(context, description, ReceptionistModel::warm);
    }

    @Deactivate
    void retire() throws Exception {
        model.close();
    }

    private static Receptionist warm() {
        String answer = new Reply(List.of(new Message.User("When do you open on Sunday?")),
                List.of(new Passage("On Sunday we open at noon.", "warm-up", 0.8))).text();
        if (!answer.contains("noon")) {
            throw new IllegalStateException("the receptionist does not say what it was told: " + answer);
        }
        return new Receptionist();
    }
}
