package switchboard.llm.receptionist;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import switchboard.api.knowledge.Passage;
import switchboard.api.llm.LanguageModel;
import switchboard.api.llm.Message;
import switchboard.api.model.LoadedModel;
import switchboard.api.model.ModelDescription;
import switchboard.api.model.ModelLoader;
import switchboard.api.model.Models;
import switchboard.api.model.VoiceModel;
import switchboard.api.time.SpokenTimes;
import switchboard.llm.receptionist.acts.ActModel;
import switchboard.llm.receptionist.acts.ActReader;
import switchboard.llm.receptionist.acts.Meaning;

/** Publishes the receptionist: no key, no download, ready at once. */
@Component(immediate = true)
@VoiceModel(name = "Receptionist", kind = LanguageModel.class)
public final class ReceptionistModel {

    private final LoadedModel model;

    // Not in the constructor: without them facts are still told, and a change must not reload the model.
    @Reference(service = SpokenTimes.class, cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile Collection<Map.Entry<Map<String, Object>, SpokenTimes>> times = List.of();

    @Activate
    public ReceptionistModel(BundleContext context, @Reference ModelLoader loader, @Reference Models models) {
        var description = new ModelDescription<>(LanguageModel.class, "Receptionist", "receptionist", "1.0", Set.of("en"), 10);
        model = loader.load(context, description, () -> warm(this::times, models));
    }

    @Deactivate
    void retire() throws Exception {
        model.close();
    }

    private Optional<SpokenTimes> times(String language) {
        return times.stream().filter(one -> language.equals(one.getKey().get("language"))).map(Map.Entry::getValue).findFirst();
    }

    private static Receptionist warm(Languages languages, Models models) {
        String answer = new Reply(List.of(new Message.User("When do you open on Sunday?")),
                List.of(new Passage("On Sunday we open at noon.", "warm-up", 0.8))).text();
        if (!answer.contains("noon")) {
            throw new IllegalStateException("the receptionist does not say what it was told: " + answer);
        }
        ActReader acts = new ActReader(ActModel.fitted(), new Meaning(models)::of);
        return new Receptionist(languages, acts::read);
    }
}
