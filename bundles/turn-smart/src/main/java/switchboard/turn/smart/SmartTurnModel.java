package switchboard.turn.smart;

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
import switchboard.api.turn.TurnDetector;

/** Loads Smart Turn when the bundle starts; the service appears once it is warm. */
@Component(immediate = true)
@VoiceModel(name = SmartTurnModel.LABEL, kind = TurnDetector.class)
public final class SmartTurnModel {

    static final String LABEL = "Smart Turn v3.2";

    private static final ModelDescription<TurnDetector> DESCRIPTION =
            new ModelDescription<>(TurnDetector.class, LABEL, "smart-turn", "3.2", Set.of(), 0);

    private final LoadedModel model;

    @Activate
    public SmartTurnModel(BundleContext context, @Reference ModelLoader loader, @Reference ModelStore store) {
        model = loader.load(context, DESCRIPTION,
                () -> SmartTurn.open(store.file("smart-turn", "smart-turn-v3.2-cpu.onnx")));
    }

    /** Withdraws the service first, waits for its leases, then frees the native memory. */
    @Deactivate
    void retire() {
        model.close();
    }
}
