package switchboard.test.browser;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** The product, started by its own start script on a free port. */
public final class Server implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(300);
    /** The root of the project. */
    public static final Path ROOT = root();
    /** What the last of them has printed. */
    static final Path LOG = Path.of("target", "server.log");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process process;
    private final int port;

    private Server(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts it and waits until calls are taken. */
    public static Server start(String... options) throws IOException, InterruptedException {
        return start(Map.of(), options);
    }

    /** The same, with more environment variables. */
    public static Server start(Map<String, String> environment, String... options) throws IOException, InterruptedException {
        return start(port -> {
            List<String> command = new ArrayList<>(List.of(ROOT.resolve("run").toString(), "--offline", "--port", String.valueOf(port), "--data", Path.of("target", "data").toAbsolutePath().toString()));
            command.addAll(List.of(options));
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().putAll(environment);
            return builder;
        });
    }

    /** Starts it by another command, which is told its port. */
    static Server start(IntFunction<ProcessBuilder> command) throws IOException, InterruptedException {
        int port = freePort();
        Files.createDirectories(LOG.getParent());
        Server server = new Server(command.apply(port).redirectErrorStream(true).redirectOutput(LOG.toFile()).start(), port);
        server.awaitReady();
        return server;
    }

    public URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address(path)).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path)).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    /** Waits until calls are taken. */
    void awaitReady() throws InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                if (get("/health/ready").statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // nobody listens yet
            }
            new CountDownLatch(1).await(100, TimeUnit.MILLISECONDS);
        }
        close();
        throw new IllegalStateException("the server did not get ready; see target/server.log");
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("run.bndrun"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** Resident memory of the server's process, in MB. */
    public long residentMb() throws IOException {
        long kb = 0;
        for (ProcessHandle child : process.descendants().toList()) {
            Path status = Path.of("/proc", String.valueOf(child.pid()), "status");
            kb = Math.max(kb, Files.readAllLines(status).stream().filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).sum());
        }
        return kb / 1024;
    }

    /** Kills the process that serves, as the kernel would, and not the one that watches over it. */
    void kill() {
        serving().destroyForcibly();
    }

    /** Asks the server to stop, as Ctrl-C and service managers do. */
    void askToStop() {
        process.destroy();
    }

    /** @return the exit status of the start script, once it has ended */
    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    /** The process that serves, not the one that watches over it. */
    public ProcessHandle serving() {
        return process.children().filter(child -> child.info().command().orElse("").endsWith("java")).findFirst()
                .orElseThrow(() -> new IllegalStateException("no server process runs"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
