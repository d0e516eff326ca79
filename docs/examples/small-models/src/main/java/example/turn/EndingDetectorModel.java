package example.turn;

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
import switchboard.api.turn.TurnDetector;

/** Opens the detector when the bundle starts. */
@Component(immediate = true)
@VoiceModel(name = EndingDetectorModel.LABEL, kind = TurnDetector.class)
public final class EndingDetectorModel {

    static final String LABEL = "Sentence endings";

    /** Below the models that come with the server: only who asks for it gets it. */
    private static final int RANKING = -100;
    private static final ModelDescription<TurnDetector> DESCRIPTION =
            new ModelDescription<>(TurnDetector.class, LABEL, "endings", "1.0", Set.of("en"), RANKING);

    private final LoadedModel model;

    @Activate
    public EndingDetectorModel(BundleContext context, @Reference ModelLoader loader) {
        model = loader.load(context, DESCRIPTION, EndingDetector::new);
    }

    @Deactivate
    void retire() {
        model.close();
    }
}
