package switchboard.cli.command;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import switchboard.cli.server.Server;

/** {@code say}: a text in a company's voice. */
@Command(name = "say", description = "Speaks a text into a WAV file, in a company's voice.")
public final class Say extends AnsweredCommand {

    @Option(names = "--company", required = true, paramLabel = "ID", description = "whose voice")
    private String company;
    @Option(names = "--out", required = true, paramLabel = "FILE", description = "the WAV file to write")
    private Path out;
    @Parameters(arity = "1..*", paramLabel = "TEXT", description = "the words, quoted or not")
    private List<String> text;

    @Override
    public Integer call() throws Server.Failure {
        Path file = out.toAbsolutePath();
        if (!file.getParent().toFile().isDirectory()) {
            throw mistake("there is no folder '" + file.getParent() + "' for --out");
        }
        return print("speaking", command("say", List.of("--company", company, "--out", file.toString()), String.join(" ", text)));
    }
}
