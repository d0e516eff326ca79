package switchboard.appointments.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A PostgreSQL server of its own on the loopback, from Debian's package. */
final class PostgreSql implements AutoCloseable {

    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private final Path bin;
    private final Path folder;
    private final int port;

    private PostgreSql(Path bin, Path folder, int port) {
        this.bin = bin;
        this.folder = folder;
        this.port = port;
    }

    /** Starts one; skips the test if PostgreSQL is not installed. */
    static PostgreSql start() throws IOException, InterruptedException {
        Optional<Path> bin = installed();
        assumeTrue(bin.isPresent(), "skipped: no /usr/lib/postgresql/*/bin/initdb; install Debian's package postgresql");
        PostgreSql server = new PostgreSql(bin.get(), Path.of(run("mktemp", "-d", "-t", "switchboard-postgresql-XXXXXX").strip()), freePort());
        run(server.tool("initdb"), "-D", server.folder + "/data", "-A", "trust", "-U", "switchboard", "--no-sync");
        server.restart();
        return server;
    }

    void restart() throws IOException, InterruptedException {
        run(tool("pg_ctl"), "-D", folder + "/data", "-w", "-l", folder + "/log",
                "-o", "-p " + port + " -k " + folder + " -c listen_addresses=127.0.0.1", "start");
    }

    /** As if it had been killed. */
    void crash() throws IOException, InterruptedException {
        run(tool("pg_ctl"), "-D", folder + "/data", "-m", "immediate", "stop");
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    @Override
    public void close() throws IOException, InterruptedException {
        crash();
        run("rm", "-r", folder.toString());
    }

    private String tool(String name) {
        return bin.resolve(name).toString();
    }

    private static Optional<Path> installed() throws IOException {
        Path versions = Path.of("/usr/lib/postgresql");
        if (!Files.isDirectory(versions)) {
            return Optional.empty();
        }
        try (Stream<Path> all = Files.list(versions)) {
            return all.map(version -> version.resolve("bin")).filter(bin -> Files.isExecutable(bin.resolve("initdb"))).max(Comparator.naturalOrder());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** PostgreSQL refuses to be root. */
    private static String run(String... command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(ROOT ? List.of("runuser", "-u", "postgres", "--") : List.of());
        words.addAll(List.of(command));
        Path output = Files.createTempFile("switchboard-postgresql", ".log");
        try {
            // A file, since the server keeps a pipe open for as long as it lives.
            Process process = new ProcessBuilder(words).directory(Path.of("/").toFile()).redirectErrorStream(true).redirectOutput(output.toFile()).start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(String.join(" ", words) + ": " + Files.readString(output, StandardCharsets.UTF_8));
            }
            return Files.readString(output, StandardCharsets.UTF_8);
        } finally {
            Files.delete(output);
        }
    }
}
