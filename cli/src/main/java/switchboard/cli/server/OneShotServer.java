package switchboard.cli.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A server of its own for each series of commands, started with {@code ./run} on a free port. Thread-safe. */
public final class OneShotServer implements Server {

    private static final int LAST_LINES = 20;
    private static final long SWEEP_MS = 500;

    private final Path home;
    private final List<String> options;
    private final Progress progress;

    /** @param options of {@code ./run} */
    public OneShotServer(Path home, List<String> options, Progress progress) {
        this.home = home;
        this.options = List.copyOf(options);
        this.progress = progress;
    }

    @Override
    public String run(String doing, List<List<String>> commands) throws Failure {
        try {
            Path work = Files.createTempDirectory("switchboard-command.");
            try (Progress.Shown shown = progress.begin(doing)) {
                return run(work, commands);
            } finally {
                delete(work);
            }
        } catch (IOException e) {
            throw new Failure("the server could not be started: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("interrupted");
        }
    }

    private String run(Path work, List<List<String>> commands) throws IOException, InterruptedException, Failure {
        Path file = Files.write(work.resolve("commands"), commands.stream().map(OneShotServer::line).toList());
        Path log = work.resolve("log");
        List<String> command = new ArrayList<>(List.of(home.resolve("run").toString()));
        command.addAll(options);
        command.addAll(List.of("--port", Integer.toString(freePort())));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().put("SWITCHBOARD_COMMANDS", file.toString());
        Process server = builder.start();
        server.getOutputStream().close();
        Thread caller = Thread.currentThread();
        Thread stop = new Thread(() -> stop(server, caller), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        server.waitFor();
        try {
            Runtime.getRuntime().removeShutdownHook(stop);
        } catch (IllegalStateException e) {
            throw new Failure("stopped before the command was done");
        }

        Path out = Path.of(file + ".out");
        Path err = Path.of(file + ".err");
        String printed = Files.exists(out) ? Files.readString(out) : "";
        if (Files.exists(err)) {
            throw new Failure(Files.readString(err), printed);
        }
        if (!Files.exists(out)) {
            throw new Failure("the server did not get ready:\n" + end(log));
        }
        return printed;
    }

    /** Who is asked to stop asks the server, which would go on otherwise, and lets the caller sweep up. */
    private static void stop(Process server, Thread caller) {
        server.destroy();
        server.onExit().join();
        try {
            caller.join(SWEEP_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static String line(List<String> words) {
        return words.stream().map(word -> word.replaceAll("[\\t\\r\\n]", " ")).collect(Collectors.joining("\t"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String end(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
