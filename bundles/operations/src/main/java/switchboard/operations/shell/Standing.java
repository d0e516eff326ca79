package switchboard.operations.shell;

import org.jspecify.annotations.Nullable;
import switchboard.api.model.ModelRouting.Comparison;
import switchboard.api.model.ModelRouting.Missing;
import switchboard.api.model.ModelRouting.Route;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.QuarantinedModels.Quarantined;

/** How a model stands; the names are those of the JSON. What does not apply is null and left out. */
record Standing(String label, String kind, @Nullable String model, @Nullable String version, String owner, String state, @Nullable String part,
        @Nullable Integer percent, @Nullable Comparison shadow, String detail) {

    static Standing of(ModelStatus status) {
        return new Standing(status.label(), status.kind(), null, null, status.owner(), status.state().name(), null, null, null, status.detail());
    }

    static Standing of(ModelStatus status, Route route) {
        Standing warm = of(route);
        return new Standing(warm.label, warm.kind, warm.model, warm.version, warm.owner, warm.state, warm.part, warm.percent, warm.shadow, status.detail());
    }

    static Standing of(Route route) {
        return new Standing(route.label(), route.kind(), route.model(), route.version().toString(), route.owner(), "WARM", route.part().name(),
                route.percent() == 0 ? null : route.percent(), route.shadow().orElse(null), "");
    }

    static Standing of(Missing model) {
        return new Standing("?", model.kind(), null, null, model.owner(), "MISSING", null, null, null,
                "voice:swap or voice:canary chose it, and it is not there; others serve. Put its bundle back, or forget it with: voice:rollback " + model.kind());
    }

    static Standing of(Quarantined jar) {
        return new Standing(jar.file(), "", null, null, jar.bundle(), "QUARANTINED", null, null, null, jar.reason());
    }
}
