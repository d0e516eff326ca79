package switchboard.turn.smart;

import ai.onnxruntime.OrtException;
import java.io.IOException;
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
import switchboard.onnxruntime.Execution;
import switchboard.onnxruntime.Graph;
import switchboard.onnxruntime.OptimisedGraph;

/** Loads Smart Turn when the bundle starts; the service appears once it is warm. */
@Component(immediate = true)
@VoiceModel(name = SmartTurnModel.LABEL, kind = TurnDetector.class)
public final class SmartTurnModel {

    static final String LABEL = "Smart Turn v3.2";

    private static final String FILES = "smart-turn";
    private static final String WEIGHTS = "smart-turn-v3.2-cpu.onnx";
    /** Its weights use all of a byte: on a processor without VNNI 6 of 111 cut-off clips were judged otherwise, by up to 0.9. */
    static final Execution RUN = Execution.exactly(1);
    private static final ModelDescription<TurnDetector> DESCRIPTION =
            new ModelDescription<>(TurnDetector.class, LABEL, "smart-turn", "3.2", Set.of(), 0);

    private final LoadedModel model;

    @Activate
    public SmartTurnModel(BundleContext context, @Reference ModelLoader loader, @Reference ModelStore store) {
        model = loader.load(context, DESCRIPTION,
                () -> SmartTurn.open(graph(store)));
    }

    static Graph graph(ModelStore store) throws IOException, OrtException {
        return OptimisedGraph.open("Smart Turn", RUN, store.sha256(FILES, WEIGHTS), () -> store.file(FILES, WEIGHTS),
                (key, writer) -> store.derived("smart-turn-optimised.ort", key, writer::write));
    }

    /** Withdraws the service first, waits for its leases, then frees the native memory. */
    @Deactivate
    void retire() {
        model.close();
    }
}
