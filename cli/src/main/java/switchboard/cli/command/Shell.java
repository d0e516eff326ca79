package switchboard.cli.command;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import switchboard.cli.Switchboard;
import switchboard.cli.server.RunningServer;
import switchboard.cli.server.Server;

/** {@code shell}: the shell of a running server, on this terminal. Confined to one thread. */
@Command(name = "shell", description = {"Opens the shell of the running server (Gogo): try 'voice:models', or 'help'; 'exit' leaves.",
        "With a LINE, or with lines of input that nobody types, it runs those; the first that fails is the end, with exit status 1."})
public final class Shell implements Callable<Integer> {

    private static final String PROMPT = "switchboard> ";

    @ParentCommand
    private Switchboard switchboard;
    @Spec
    private CommandSpec spec;
    @Option(names = "--port", paramLabel = "N", description = "of the server that runs on this port (the only one that runs with the same data)")
    private @Nullable Integer port;
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "explains the command")
    private boolean help;
    @Parameters(arity = "0..*", paramLabel = "LINE", description = "what would be typed there, such as 'voice:models --json'")
    private List<String> line = new ArrayList<>();

    @Override
    public Integer call() throws Server.Failure {
        RunningServer server = port == null ? switchboard.running().required() : switchboard.running().at(port);
        if (!line.isEmpty()) {
            server.line(String.join(" ", line), spec.commandLine().getOut());
            return 0;
        }
        Optional<String> prompt = Optional.ofNullable(System.console()).map(terminal -> PROMPT);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        return server.shell(in, prompt, spec.commandLine().getOut(), spec.commandLine().getErr()) ? 0 : 1;
    }
}
