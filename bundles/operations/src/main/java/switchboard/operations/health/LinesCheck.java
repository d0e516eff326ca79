package switchboard.operations.health;

import java.util.Optional;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.Result.Status;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import switchboard.api.call.Lines;
import switchboard.operations.server.Server;

/** Whether there is a free line, and the server is not about to stop. */
@Component(property = {HealthCheck.NAME + "=lines", HealthCheck.TAGS + "=ready"})
public final class LinesCheck implements HealthCheck {

    private final Server server;

    @Activate
    public LinesCheck(@Reference Server server) {
        this.server = server;
    }

    @Override
    public Result execute() {
        Optional<Lines> lines = server.lines();
        if (lines.isEmpty()) {
            return unavailable("lines: calls cannot be taken yet");
        }
        if (lines.get().isDraining()) {
            return unavailable("lines: the server is about to stop");
        }
        int most = lines.get().most();
        return lines.get().open() < most ? new Result(Status.OK, "") : unavailable("lines: all %d are taken".formatted(most));
    }

    private static Result unavailable(String reason) {
        return new Result(Status.TEMPORARILY_UNAVAILABLE, reason);
    }
}
