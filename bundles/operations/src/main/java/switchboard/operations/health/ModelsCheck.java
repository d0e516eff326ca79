package switchboard.operations.health;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.Result.Status;
import org.apache.felix.hc.api.ResultLog;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.ModelStatus.State;
import switchboard.operations.server.Server;

/** Whether a model of every kind is warm. One that is not does not matter while another of its kind is. */
@Component(property = {HealthCheck.NAME + "=models", HealthCheck.TAGS + "=ready"})
public final class ModelsCheck implements HealthCheck {

    private final Server server;

    @Activate
    public ModelsCheck(@Reference Server server) {
        this.server = server;
    }

    @Override
    public Result execute() {
        ResultLog log = new ResultLog();
        log.add(new ResultLog.Entry(Status.OK, server.modelStatus().size() + " models are declared")); // an empty log is a warning
        if (server.models().isEmpty()) {
            log.add(new ResultLog.Entry(Status.TEMPORARILY_UNAVAILABLE, "models: the model loader is not running"));
        }
        Set<String> warm = server.modelStatus().stream().filter(model -> model.state() == State.WARM).map(ModelStatus::kind).collect(Collectors.toSet());
        server.modelStatus().stream().filter(model -> !warm.contains(model.kind())).forEach(model -> log.add(new ResultLog.Entry(status(model), words(model))));
        return new Result(log);
    }

    private static Status status(ModelStatus model) {
        return model.state() == State.FAILED ? Status.CRITICAL : Status.TEMPORARILY_UNAVAILABLE;
    }

    private static String words(ModelStatus model) {
        String state = model.label() + " is " + model.state().name().toLowerCase(Locale.ROOT);
        return model.detail().isBlank() ? state : state + ": " + model.detail();
    }
}
