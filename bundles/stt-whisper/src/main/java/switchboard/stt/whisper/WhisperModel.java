package switchboard.stt.whisper;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import switchboard.api.model.LoadedModel;
import switchboard.api.model.ModelDescription;
import switchboard.api.model.ModelLoader;
import switchboard.api.model.ModelStore;
import switchboard.api.model.VoiceModel;
import switchboard.api.stt.SpeechToText;

/** Loads Whisper base when the bundle starts; the service appears once it is warm. */
@Component(immediate = true)
@VoiceModel(name = WhisperModel.LABEL, kind = SpeechToText.class)
public final class WhisperModel {

    static final String LABEL = "Whisper base";

    /** Below Moonshine's: that hears English as well, for a fifth of the time. */
    private static final int RANKING = 0;
    private static final ModelDescription<SpeechToText> DESCRIPTION = new ModelDescription<>(
            SpeechToText.class, LABEL, "whisper", "base", Whisper.LANGUAGES, RANKING);

    private final LoadedModel model;

    @Activate
    public WhisperModel(BundleContext context, @Reference ModelLoader loader, @Reference ModelStore store) {
        model = loader.load(context, DESCRIPTION, () -> Whisper.open(store.file("whisper-base", "ggml-base-q8_0.bin")));
    }

    /** Withdraws the service first, waits for its leases, then frees the native memory. */
    @Deactivate
    void retire() {
        model.close();
    }
}
