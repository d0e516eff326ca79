package switchboard.cli.command;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code completion}: what a shell needs to complete commands and options. */
@Command(name = "completion", description = "Prints the completion for bash and zsh: source <(./switchboard completion)")
public final class Completion implements Runnable {

    @Spec
    private CommandSpec spec;
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "explains the command")
    private boolean help;

    @Override
    public void run() {
        spec.commandLine().getOut().print(AutoComplete.bash("switchboard", spec.root().commandLine()));
        spec.commandLine().getOut().flush();
    }
}
