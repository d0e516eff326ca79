package switchboard.tts.kokoro;

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
import switchboard.api.tts.Phonemizer;
import switchboard.api.tts.TextToSpeech;

/** Publishes Kokoro once it is warm and there are phonemes to feed it. */
@Component(immediate = true)
@VoiceModel(name = KokoroModel.LABEL, kind = TextToSpeech.class)
public final class KokoroModel {

    static final String LABEL = "Kokoro 82M";

    private static final ModelDescription<TextToSpeech> DESCRIPTION =
            new ModelDescription<>(TextToSpeech.class, LABEL, "kokoro", "1.0", Set.of("en"), 0);

    private final LoadedModel model;

    @Activate
    public KokoroModel(BundleContext context, @Reference ModelLoader loader, @Reference KokoroSpeaker speaker,
            @Reference(target = "(language=en)") Phonemizer phonemizer) {
        model = loader.load(context, DESCRIPTION, () -> new Kokoro(speaker.await(), phonemizer));
    }

    /** Withdraws the service first, and waits for its leases; the speaker outlives it. */
    @Deactivate
    void retire() {
        model.close();
    }
}
