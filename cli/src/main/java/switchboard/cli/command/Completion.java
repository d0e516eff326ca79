package switchboard.cli.command;

import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import switchboard.cli.Switchboard;

/** {@code completion}: what a shell needs to complete commands, options, those of the scripts too, and the companies that there are now. */
@Command(name = "completion", description = "Prints the completion for bash and zsh: source <(./switchboard completion)")
public final class Completion implements Runnable {

    private static final String COMPANY = "--company";

    @ParentCommand
    private Switchboard switchboard;
    @Spec
    private CommandSpec spec;
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "explains the command")
    private boolean help;

    @Override
    public void run() {
        List<String> ids = switchboard.companies().ids();
        spec.root().subcommands().values().stream().map(CommandLine::getCommandSpec).forEach(command -> offer(ids, command));
        for (Launched.Script script : Launched.Script.values()) {
            ScriptOptions.of(switchboard.home().resolve(script.path())).forEach(spec.root().subcommands().get(script.word()).getCommandSpec()::addOption);
        }
        spec.commandLine().getOut().print(AutoComplete.bash("switchboard", spec.root().commandLine()));
        spec.commandLine().getOut().flush();
    }

    private static void offer(List<String> ids, CommandSpec command) {
        OptionSpec company = command.findOption(COMPANY);
        if (company != null) {
            command.remove(company);
            command.addOption(OptionSpec.builder(company).completionCandidates(ids).build());
        }
    }
}
