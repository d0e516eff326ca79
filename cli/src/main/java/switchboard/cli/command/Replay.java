package switchboard.cli.command;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonStreamParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import switchboard.cli.replay.Exchange;
import switchboard.cli.server.Server;

/** {@code replay}: a recorded call, in writing, with the assistant of today. */
@Command(name = "replay", description = {"Says again what the caller of a recorded call said, in writing, and shows what is answered otherwise now.",
        "The time is the call's; bookings are made in an empty folder of data that is thrown away, unless --data stands before the command."})
public final class Replay extends ServerCommand {

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    @Parameters(paramLabel = "CALL.json", description = "the call's record, from DATA/calls/COMPANY/DATE")
    private Path file;
    @Option(names = "--company", paramLabel = "ID", description = "another company than the one that was called")
    private @Nullable String company;

    @Override
    public Integer call() throws IOException, Server.Failure {
        existing(file);
        Exchange.Recorded recorded = Exchange.read(file);
        String called = company == null ? recorded.company() : company;
        List<Compared> compared = compared(recorded.exchanges(), answers(called, recorded));
        long other = compared.stream().filter(one -> !one.same).count();
        if (json()) {
            out().println(GSON.toJson(new Report(called, compared.size(), other, compared)));
        } else {
            compared.forEach(one -> out().println(one.text()));
            out().printf("%d of %d answers differ%n", other, compared.size());
        }
        out().flush();
        return 0;
    }

    private String answers(String called, Exchange.Recorded recorded) throws IOException, Server.Failure {
        List<List<String>> questions = recorded.exchanges().stream()
                .map(one -> List.of("ask", "--company", called, "--call", "replay", "--now", recorded.opened(), "--json", one.caller())).toList();
        if (switchboard().data().isPresent()) {
            return server().run("replaying", questions);
        }
        Path data = Files.createTempDirectory("switchboard-replay.");
        try {
            return switchboard().serverOn(data).run("replaying", questions);
        } finally {
            delete(data);
        }
    }

    /** Its own: in one that runs, an earlier replay might be remembered. */
    @Override
    Server server() {
        return switchboard().server();
    }

    private static List<Compared> compared(List<Exchange> exchanges, String answers) {
        JsonStreamParser parser = new JsonStreamParser(answers);
        List<Compared> compared = new ArrayList<>();
        for (Exchange exchange : exchanges) {
            String now = parser.next().getAsJsonObject().get("answer").getAsString();
            compared.add(new Compared(exchange.caller(), exchange.isLike(now), exchange.then(), now, exchange.cut()));
        }
        return compared;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** The names are the answer's. */
    private record Report(String company, int turns, long different, List<Compared> exchanges) {}

    private record Compared(String caller, boolean same, String then, String now, boolean cut) {

        String text() {
            return same ? "  caller  %s%n  same    %s".formatted(caller, now) : "  caller  %s%n- then    %s%s%n+ now     %s".formatted(caller, then, cut ? " …" : "", now);
        }
    }
}
