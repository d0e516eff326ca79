package switchboard.cli.command;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import switchboard.cli.server.Server;

/** {@code ask}: a question to a company's assistant, in writing or spoken. */
@Command(name = "ask", description = "Asks a company's assistant: one question, a conversation ('-': one line of input per turn), or a recording.")
public final class Ask extends AnsweredCommand {

    @Option(names = "--company", required = true, paramLabel = "ID", description = "whose assistant")
    private String company;
    @Option(names = "--now", paramLabel = "TIME", description = "the local time to assume, such as 2026-12-01T10:15")
    private @Nullable LocalDateTime now;
    @Option(names = "--wav", paramLabel = "FILE", description = "a question that goes through the whole pipeline, as in a call; prints where the time went")
    private @Nullable Path wav;
    @Parameters(arity = "0..*", paramLabel = "QUESTION", description = "the words, quoted or not; '-' for a conversation")
    private List<String> question = new ArrayList<>();

    @Override
    public Integer call() throws Server.Failure {
        if (wav != null) {
            return wav(wav);
        }
        if (question.isEmpty()) {
            throw mistake("the question is missing; '-' reads one per line of input, --wav FILE hears it");
        }
        List<String> options = new ArrayList<>(List.of("--company", company));
        if (now != null) {
            options.addAll(List.of("--now", now.toString()));
        }
        if (!question.equals(List.of("-"))) {
            return print("asking", command("ask", options, String.join(" ", question)));
        }
        options.addAll(List.of("--call", UUID.randomUUID().toString())); // what another conversation said is none of this one's business
        return print("talking", lines().map(line -> command("ask", options, line)));
    }

    @Override
    Server ifNoneRuns() {
        if (question.equals(List.of("-")) && System.console() != null) {
            err().println("switchboard: no server runs; the answers come when the input ends (Ctrl-D)");
        }
        return switchboard().server();
    }

    private int wav(Path file) throws Server.Failure {
        if (!question.isEmpty() || now != null) {
            throw mistake("--wav is the question, at the time that it is; leave " + (now != null ? "--now" : "'" + String.join(" ", question) + "'") + " out");
        }
        return print("calling", command("dial", List.of("--company", company), existing(file)));
    }

    private static Stream<String> lines() {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        return in.lines().filter(line -> !line.isBlank());
    }
}
