package switchboard.cli.command;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import switchboard.cli.server.Server;

/** A command that the running server answers, or one of its own if none runs. Confined to one thread. */
@Command
abstract class AnsweredCommand extends ServerCommand {

    @Option(names = "--port", paramLabel = "N", description = "asks the server that runs on this port (the only one that runs with the same data)")
    private @Nullable Integer port;

    @Override
    Server server() throws Server.Failure {
        if (port != null) {
            return switchboard().running().at(port);
        }
        Optional<Server> running = switchboard().runningServer();
        return running.isPresent() ? running.get() : ifNoneRuns();
    }

    /** @throws Server.Failure if the command makes no sense then */
    Server ifNoneRuns() throws Server.Failure {
        return switchboard().server();
    }
}
