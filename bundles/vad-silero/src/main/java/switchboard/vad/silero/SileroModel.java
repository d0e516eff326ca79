package switchboard.vad.silero;

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
import switchboard.api.vad.VoiceActivityDetector;
import switchboard.onnxruntime.Execution;
import switchboard.onnxruntime.Graph;
import switchboard.onnxruntime.OptimisedGraph;

/** Loads Silero VAD when the bundle starts; the service appears once it is warm. */
@Component(immediate = true)
@VoiceModel(name = SileroModel.LABEL, kind = VoiceActivityDetector.class)
public final class SileroModel {

    static final String LABEL = "Silero VAD";

    private static final String FILES = "silero-vad";
    private static final String WEIGHTS = "silero_vad_16k_op15.onnx";
    private static final ModelDescription<VoiceActivityDetector> DESCRIPTION =
            new ModelDescription<>(VoiceActivityDetector.class, LABEL, "silero", "6.2.3", Set.of(), 0);

    private final LoadedModel model;

    @Activate
    public SileroModel(BundleContext context, @Reference ModelLoader loader, @Reference ModelStore store) {
        model = loader.load(context, DESCRIPTION,
                () -> SileroVad.open(graph(store)));
    }

    static Graph graph(ModelStore store) throws IOException, OrtException {
        return OptimisedGraph.open("Silero VAD", Execution.threads(1), store.sha256(FILES, WEIGHTS), () -> store.file(FILES, WEIGHTS),
                (key, writer) -> store.derived("silero-vad-optimised.ort", key, writer::write));
    }

    /** Withdraws the service first, waits for its leases, then frees the native memory. */
    @Deactivate
    void retire() {
        model.close();
    }
}
