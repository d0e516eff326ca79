package switchboard.cli.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import switchboard.cli.Switchboard;
import switchboard.cli.server.Server;

/** What the commands have in common that a server answers. Confined to one thread. */
@Command
abstract class ServerCommand implements Callable<Integer> {

    @ParentCommand
    private Switchboard switchboard;
    @Spec
    private CommandSpec spec;
    @Option(names = "--json", description = "JSON, for programs")
    private boolean json;
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "explains the command")
    private boolean help;

    final Switchboard switchboard() {
        return switchboard;
    }

    final boolean json() {
        return json;
    }

    final PrintWriter out() {
        return spec.commandLine().getOut();
    }

    final PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Who answers. */
    abstract Server server() throws Server.Failure;

    /** Sends the command and prints what comes back. */
    final int print(String doing, List<String> command) throws Server.Failure {
        return print(doing, Stream.of(command));
    }

    /** Sends the commands and prints what comes back, also if the last of them failed. */
    final int print(String doing, Stream<List<String>> commands) throws Server.Failure {
        server().run(doing, commands, printed -> {
            out().print(printed);
            out().flush();
        });
        return 0;
    }

    /** A command of the server's shell, with {@code --json} if it was given. */
    final List<String> command(String name, List<String> options, String... words) {
        List<String> command = new ArrayList<>(List.of(name));
        command.addAll(options);
        if (json) {
            command.add("--json");
        }
        command.addAll(List.of(words));
        return command;
    }

    /** A mistake of whoever typed it, which costs no server. */
    final ParameterException mistake(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** The server runs in another folder. */
    final String existing(Path file) {
        Path absolute = file.toAbsolutePath();
        if (!absolute.toFile().isFile()) {
            throw mistake("there is no file '" + file + "'");
        }
        return absolute.toString();
    }
}
