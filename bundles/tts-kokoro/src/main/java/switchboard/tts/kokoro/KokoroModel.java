package switchboard.tts.kokoro;

import java.util.Set;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import switchboard.api.model.LoadedModel;
import switchboard.api.model.ModelDescription;
import switchboard.api.model.ModelLoader;
import switchboard.api.model.Models;
import switchboard.api.model.VoiceModel;
import switchboard.api.tts.Phonemizer;
import switchboard.api.tts.TextToSpeech;

/**
 * Publishes Kokoro once it is warm and there are phonemes to feed it. These are leased for each text: who makes them can be
 * exchanged while the voice goes on.
 */
@Component(immediate = true, reference = @Reference(name = "phonemes", service = Phonemizer.class, target = KokoroModel.ENGLISH,
        policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY))
@VoiceModel(name = KokoroModel.LABEL, kind = TextToSpeech.class)
public final class KokoroModel {

    static final String LABEL = "Kokoro 82M";
    static final String ENGLISH = "(language=en)";

    private static final ModelDescription<TextToSpeech> DESCRIPTION =
            new ModelDescription<>(TextToSpeech.class, LABEL, "kokoro", "1.0", Set.of("en"), 0);

    private final LoadedModel model;

    @Activate
    public KokoroModel(BundleContext context, @Reference ModelLoader loader, @Reference KokoroSpeaker speaker, @Reference Models models) {
        model = loader.load(context, DESCRIPTION, () -> new Kokoro(speaker.await(),
                text -> models.use(Phonemizer.class, ENGLISH, phonemes -> phonemes.phonemes(text))));
    }

    /** Withdraws the service first, and waits for its leases; the speaker outlives it. */
    @Deactivate
    void retire() {
        model.close();
    }
}
