package switchboard.test.framework.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import switchboard.test.framework.Eventually;

/** A real Prometheus with the configuration that we ship, on a free port of this machine, looking once a second. */
final class Prometheus implements AutoCloseable {

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private final Process process;

    /**
     * Starts it.
     *
     * @param deploy with {@code prometheus.yml} and {@code alerts.yml}
     * @param target port of the server that it watches
     * @param folder empty, for what it keeps
     */
    Prometheus(Path deploy, int target, Path folder) throws IOException, InterruptedException {
        Path configuration = Files.writeString(folder.resolve("prometheus.yml"), Files.readString(deploy.resolve("prometheus.yml"))
                .replace("127.0.0.1:8080", "127.0.0.1:" + target).replace("15s", "1s").replace("[alerts.yml]", "[" + deploy.resolve("alerts.yml").toAbsolutePath() + "]"));
        this.address = "127.0.0.1:" + freePort();
        this.process = new ProcessBuilder("prometheus", "--config.file=" + configuration, "--storage.tsdb.path=" + folder.resolve("data"),
                "--web.listen-address=" + address, "--log.level=warn")
                .redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile()).start();
        try {
            Eventually.present(() -> get("/-/ready").filter(answer -> answer.contains("Ready")));
        } catch (AssertionError e) {
            close();
            throw new AssertionError("Prometheus did not start: " + Files.readString(folder.resolve("log")), e);
        }
    }

    /** Whether the command is on the path. */
    static boolean isInstalled() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator)).anyMatch(folder -> Files.isExecutable(Path.of(folder, "prometheus")));
    }

    /** What a query yields, as JSON; the tool's own words if it is refused. */
    String query(String expression) {
        return get("/api/v1/query?query=" + URLEncoder.encode(expression, UTF_8)).orElse("no answer");
    }

    /** All rules, how they are and what they yield, as JSON. */
    String rules() {
        return get("/api/v1/rules").orElse("no answer");
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Empty while it does not listen. */
    private Optional<String> get(String path) {
        try {
            return Optional.of(client.send(HttpRequest.newBuilder(URI.create("http://" + address + path)).build(), BodyHandlers.ofString()).body());
        } catch (IOException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
