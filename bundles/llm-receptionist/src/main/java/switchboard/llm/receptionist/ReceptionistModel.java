package switchboard.llm.receptionist;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
import switchboard.api.model.VoiceModel;
import switchboard.api.time.SpokenTimes;

/** Publishes the receptionist: no key, no download, ready at once. */
@Component(immediate = true)
@VoiceModel(name = "Receptionist", kind = LanguageModel.class)
public final class ReceptionistModel {

    private final LoadedModel model;

    // Optional, and not in the constructor: without it facts are still told, and a change must not reload the model.
    @Reference(target = "(language=en)", cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable SpokenTimes times;

    @Activate
    public ReceptionistModel(BundleContext context, @Reference ModelLoader loader) {
        var description = new ModelDescription<>(LanguageModel.class, "Receptionist", "receptionist", "1.0", Set.of("en"), 10);
        model = loader.load(context, description, () -> warm(() -> Optional.ofNullable(times)));
    }

    @Deactivate
    void retire() throws Exception {
        model.close();
    }

    private static Receptionist warm(Supplier<Optional<SpokenTimes>> times) {
        String answer = new Reply(List.of(new Message.User("When do you open on Sunday?")),
                List.of(new Passage("On Sunday we open at noon.", "warm-up", 0.8))).text();
        if (!answer.contains("noon")) {
            throw new IllegalStateException("the receptionist does not say what it was told: " + answer);
        }
        return new Receptionist(times);
    }
}
