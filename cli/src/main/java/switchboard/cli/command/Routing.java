package switchboard.cli.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import switchboard.cli.server.Server;

/**
 * Changes of a running server. It takes them on the terminal it was started on and from nowhere else, so that nobody on the
 * network can exchange a model; this command finds out whether there is a server and says what to type there.
 */
@Command
public final class Routing implements Callable<Integer> {

    /** Which; its command has the same name in lower case. */
    public enum Change {

        SWAP("Lets another model serve all calls of a running server."),
        CANARY("Lets another model serve some of the new calls of a running server."),
        ROLLBACK("Takes the last swap or canary of a running server back.");

        private final String description;

        Change(String description) {
            this.description = description;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public String description() {
            return description;
        }
    }

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Change change;

    @Option(names = "--port", defaultValue = "8080", paramLabel = "N", description = "where the server listens (${DEFAULT-VALUE})")
    private int port;
    @Option(names = {"-h", "--help"}, usageHelp = true, description = "explains the command")
    private boolean help;
    @Parameters(arity = "1..*", paramLabel = "WHAT", description = "as in the server's shell: a model, name@version, or a kind")
    private List<String> what;

    public Routing(Change change) {
        this.change = change;
    }

    @Override
    public Integer call() throws Server.Failure {
        if (!isAlive()) {
            throw new Server.Failure("no server answers on port %d; start one with a shell: ./switchboard shell --port %d, then type there: %s"
                    .formatted(port, port, line()));
        }
        throw new Server.Failure("the server on port %d takes this only on its own terminal; type there: %s (without --shell it has none)"
                .formatted(port, line()));
    }

    private String line() {
        return "voice:%s %s".formatted(change.word(), String.join(" ", what));
    }

    private boolean isAlive() {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/health/live".formatted(port))).timeout(PATIENCE).build();
        try {
            return HttpClient.newBuilder().connectTimeout(PATIENCE).build().send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
