package switchboard.cli.command;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import switchboard.cli.server.Server;

/** {@code hear}: the words of a recording. */
@Command(name = "hear", description = "Prints the words of a recording of at most 30 seconds.")
public final class Hear extends AnsweredCommand {

    @Option(names = "--company", required = true, paramLabel = "ID", description = "whose recogniser")
    private String company;
    @Parameters(paramLabel = "FILE.wav", description = "the recording")
    private Path file;

    @Override
    public Integer call() throws Server.Failure {
        return print("listening", command("hear", List.of("--company", company), existing(file)));
    }
}
