package example.espeak;

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
import switchboard.api.tts.TextToSpeech;

/** Opens the voice when the bundle starts; a company has it with {@code "tts.target": "(model=espeak)"}. */
@Component(immediate = true)
@VoiceModel(name = EspeakModel.LABEL, kind = TextToSpeech.class)
public final class EspeakModel {

    static final String LABEL = "eSpeak NG";

    /** Below the voices that come with the server: only who asks for it gets it. */
    private static final int RANKING = -100;
    private static final ModelDescription<TextToSpeech> DESCRIPTION =
            new ModelDescription<>(TextToSpeech.class, LABEL, "espeak", "1.0", Set.of("en"), RANKING);

    private final LoadedModel model;

    /** Returns at once: the loader opens the voice on a thread of its own, and publishes it when it is warm. */
    @Activate
    public EspeakModel(BundleContext context, @Reference ModelLoader loader) {
        model = loader.load(context, DESCRIPTION, EspeakVoice::open);
    }

    /** Withdraws the voice first, waits for who is speaking, then closes it. */
    @Deactivate
    void retire() {
        model.close();
    }
}
