package switchboard.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;
import switchboard.cli.command.Appointments;
import switchboard.cli.command.Ask;
import switchboard.cli.command.Completion;
import switchboard.cli.command.Doctor;
import switchboard.cli.command.Hear;
import switchboard.cli.command.Launched;
import switchboard.cli.command.Listing;
import switchboard.cli.command.Replay;
import switchboard.cli.command.Routing;
import switchboard.cli.command.Say;
import switchboard.cli.command.Shadow;
import switchboard.cli.command.Shell;
import switchboard.cli.server.OneShotServer;
import switchboard.cli.server.Progress;
import switchboard.cli.server.Server;

/**
 * The entry: {@code java -Dswitchboard.home=DIR [-Dswitchboard.terminal=true] … switchboard.cli.Main COMMAND}. Exit codes: 0 done,
 * 1 failed, 2 not understood.
 */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        Path home = Path.of(System.getProperty("switchboard.home", ".")).toAbsolutePath().normalize();
        Progress progress = Boolean.getBoolean("switchboard.terminal") ? Progress.on(System.err) : Progress.SILENT;
        System.exit(commandLine(new Switchboard(home, usersData(), options -> new OneShotServer(home, options, progress), progress)).execute(arguments));
    }

    /** By the XDG base directory rules, as {@code ./run} has it. */
    private static Path usersData() {
        String xdg = System.getenv("XDG_DATA_HOME");
        Path data = xdg == null || xdg.isBlank() ? Path.of(System.getProperty("user.home"), ".local", "share") : Path.of(xdg);
        return data.resolve("switchboard");
    }

    /** All commands, over servers that are made as {@code switchboard} says. */
    static CommandLine commandLine(Switchboard switchboard) {
        CommandLine line = new CommandLine(switchboard);
        for (Launched.Script script : Launched.Script.values()) {
            line.addSubcommand(script.word(), described(new Launched(script), script.description()));
        }
        line.addSubcommand(new Doctor()).addSubcommand(new Ask()).addSubcommand(new Say()).addSubcommand(new Hear())
                .addSubcommand(new Replay()).addSubcommand(new Appointments());
        for (Listing.Kind kind : Listing.Kind.values()) {
            line.addSubcommand(kind.word(), described(new Listing(kind), kind.description()));
        }
        for (Routing.Change change : Routing.Change.values()) {
            line.addSubcommand(change.word(), described(new Routing(change), change.description(), "WHAT is " + change.what() + "."));
        }
        line.addSubcommand(new Shadow()).addSubcommand(new Shell());
        line.getSubcommands().get("shell").setStopAtPositional(true);
        line.addSubcommand(new Completion()).addSubcommand(new CommandLine.HelpCommand());
        line.registerConverter(LocalDateTime.class, Main::time);
        line.setExpandAtFiles(false);   // a question may begin with '@'
        line.setParameterExceptionHandler(Main::notUnderstood);
        line.setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, command));
        return line;
    }

    private static LocalDateTime time(String text) {
        try {
            return LocalDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'%s' is no time such as 2026-12-01T10:15".formatted(text));
        }
    }

    private static CommandLine described(Object command, String... description) {
        CommandLine line = new CommandLine(command);
        line.getCommandSpec().usageMessage().description(description);
        return line;
    }

    private static int notUnderstood(ParameterException failure, String[] arguments) {
        PrintWriter err = failure.getCommandLine().getErr();
        err.println("switchboard: " + words(failure));
        UnmatchedArgumentException.printSuggestions(failure, err);
        failure.getCommandLine().usage(err);
        return CommandLine.ExitCode.USAGE;
    }

    /** The parser counts arguments; who typed one looks for its name. */
    private static String words(ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched && failure.getCommandLine().getParent() == null && !unmatched.isUnknownOption()) {
            return "there is no command '%s'".formatted(unmatched.getUnmatched().get(0));
        }
        return failure.getMessage();
    }

    private static int failed(Exception failure, CommandLine command) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        boolean told = failure instanceof Server.Failure || failure instanceof IllegalArgumentException;
        command.getErr().println("switchboard: " + (told ? message : failure.getClass().getSimpleName() + ": " + message));
        return CommandLine.ExitCode.SOFTWARE;
    }
}
