package switchboard.model.loader;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.resource.Capability;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.ModelStatus.State;
import switchboard.api.model.VoiceModel;

/** The models that installed bundles declare with {@link VoiceModel}, whether they have begun to load or not; without those on trial. */
class DeclaredModels {

    private final BundleContext context;
    private final Trials trials;

    DeclaredModels(BundleContext context, Trials trials) {
        this.context = context;
        this.trials = trials;
    }

    /** One entry per declared model, as if it were still loading. */
    List<ModelStatus> list() {
        return Arrays.stream(context.getBundles()).filter(bundle -> !trials.hides(bundle)).flatMap(DeclaredModels::of).toList();
    }

    private static Stream<ModelStatus> of(Bundle bundle) {
        return Optional.ofNullable(bundle.adapt(BundleRevision.class)).stream()
                .flatMap(revision -> revision.getDeclaredCapabilities(VoiceModel.NAMESPACE).stream())
                .map(capability -> status(bundle, capability));
    }

    private static ModelStatus status(Bundle bundle, Capability declared) {
        String label = String.valueOf(declared.getAttributes().get(VoiceModel.NAMESPACE));
        String kind = String.valueOf(declared.getAttributes().get("kind"));
        String owner = bundle.getSymbolicName() + "@" + bundle.getVersion();
        return new ModelStatus(label, kind.substring(kind.lastIndexOf('.') + 1), owner, State.LOADING, "");
    }
}
