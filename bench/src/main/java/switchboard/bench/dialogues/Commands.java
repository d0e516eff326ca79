package switchboard.bench.dialogues;

import com.google.gson.JsonElement;
import com.google.gson.JsonStreamParser;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A series of the product's own commands, run in one server that stops afterwards. Confined to one thread. */
public final class Commands {

    private final Path folder;
    private final List<String> lines = new ArrayList<>();

    /** @param folder for all that the server writes */
    public Commands(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    /** Adds a command, which must print JSON. */
    public void add(String... words) {
        lines.add(String.join("\t", words));
    }

    /** What they printed, in their order. */
    public List<JsonElement> run(Path companies) throws IOException, InterruptedException {
        Path commands = Files.write(folder.resolve("commands"), lines);
        Files.deleteIfExists(Path.of(commands + ".err"));
        Files.deleteIfExists(Path.of(commands + ".out"));
        Path data = Files.createTempDirectory(folder, "data");
        int port = 20_000 + (int) (ProcessHandle.current().pid() % 20_000);
        ProcessBuilder builder = new ProcessBuilder("../run", "--offline", "--port", String.valueOf(port),
                "--companies", companies.toAbsolutePath().toString(), "--data", data.toAbsolutePath().toString());
        builder.environment().put("SWITCHBOARD_COMMANDS", commands.toAbsolutePath().toString());
        builder.redirectErrorStream(true).redirectOutput(folder.resolve("log").toFile());
        Process server = builder.start();
        if (!server.waitFor(10, TimeUnit.MINUTES)) {
            server.destroy();
        }
        if (!Files.exists(Path.of(commands + ".out"))) {
            throw new IOException("the server did not get ready; see " + folder.resolve("log"));
        }
        if (Files.exists(Path.of(commands + ".err"))) {
            System.err.println("a command failed: " + Files.readString(Path.of(commands + ".err")));
        }
        List<JsonElement> printed = new ArrayList<>();
        new JsonStreamParser(new StringReader(Files.readString(Path.of(commands + ".out")))).forEachRemaining(printed::add);
        return printed;
    }

    /** A folder with the companies of several folders. */
    public static Path companies(Path into, Path... folders) throws IOException {
        for (Path folder : folders) {
            Path source = folder.toRealPath();
            try (Stream<Path> files = Files.walk(source)) {
                for (Path file : files.toList()) {
                    Path target = into.resolve(source.relativize(file).toString());
                    if (Files.isDirectory(file)) {
                        Files.createDirectories(target);
                    } else {
                        Files.copy(file, target);
                    }
                }
            }
        }
        return into;
    }
}
