package switchboard.stt.moonshine;

import java.util.Set;
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

/** Loads Moonshine tiny when the bundle starts; the service appears once it is warm. */
@Component(immediate = true)
@VoiceModel(name = MoonshineModel.LABEL, kind = SpeechToText.class)
public final class MoonshineModel {

    static final String LABEL = "Moonshine tiny";

    static final String FILES = "moonshine-tiny-en";
    /** Above 0: it is the first choice for English. */
    private static final int RANKING = 10;
    private static final ModelDescription<SpeechToText> DESCRIPTION = new ModelDescription<>(
            SpeechToText.class, LABEL, "moonshine-tiny", "1.0", Set.of(Moonshine.LANGUAGE), RANKING);

    private final LoadedModel model;

    @Activate
    public MoonshineModel(BundleContext context, @Reference ModelLoader loader, @Reference ModelStore store) {
        model = loader.load(context, DESCRIPTION, () -> Moonshine.open(store));
    }

    /** Withdraws the service first, waits for its leases, then frees the native memory. */
    @Deactivate
    void retire() {
        model.close();
    }
}
