package switchboard.cli.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import switchboard.cli.server.Server;

/** {@code shadow}: a model that hears what the serving one hears. */
@Command(name = "shadow", description = "Lets a model of the running server hear what the serving one hears, and compares; 'models' tells what came of it.")
public final class Shadow extends AnsweredCommand {

    @Parameters(arity = "0..1", paramLabel = "MODEL", description = "its name, name@version, bundle, or bundle@version")
    private @Nullable String model;
    @Option(names = "--end", paramLabel = "KIND", description = "ends it, for a kind of model such as TurnDetector")
    private @Nullable String end;

    @Override
    public Integer call() throws Server.Failure {
        if ((model == null) == (end == null)) {
            throw mistake("either a model or --end KIND");
        }
        return print("changing", model == null ? command("shadow", List.of("--end", String.valueOf(end))) : command("shadow", List.of(), model));
    }

    @Override
    Server ifNoneRuns() throws Server.Failure {
        return switchboard().running().required();
    }
}
