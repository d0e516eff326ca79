package example.vad;

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
import switchboard.api.vad.VoiceActivityDetector;

/** Opens the detector when the bundle starts. */
@Component(immediate = true)
@VoiceModel(name = LevelDetectorModel.LABEL, kind = VoiceActivityDetector.class)
public final class LevelDetectorModel {

    static final String LABEL = "Level";

    /** Below the models that come with the server: only who asks for it gets it. */
    private static final int RANKING = -100;
    private static final ModelDescription<VoiceActivityDetector> DESCRIPTION =
            new ModelDescription<>(VoiceActivityDetector.class, LABEL, "level", "1.0", Set.of(), RANKING);

    private final LoadedModel model;

    @Activate
    public LevelDetectorModel(BundleContext context, @Reference ModelLoader loader) {
        model = loader.load(context, DESCRIPTION, LevelDetector::new);
    }

    @Deactivate
    void retire() {
        model.close();
    }
}
