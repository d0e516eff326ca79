package switchboard.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import switchboard.test.browser.Server;

/** Edits companies of a running server as people do, one at a time and many at once, and leaves many of them alone. */
final class CompaniesBench {

    private static final int EDITS = 60;
    private static final int MANY = 200;
    private static final Duration IDLE = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Random random = new Random(5);
    private final Path folder;
    private final Server server;
    private final Figures figures;

    private CompaniesBench(Path folder, Server server, Figures figures) {
        this.folder = folder;
        this.server = server;
        this.figures = figures;
    }

    static void run(Figures figures) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("companies");
        save(folder, "edited", "Edited");
        try (Server server = Server.start("--companies", folder.toString())) {
            CompaniesBench bench = new CompaniesBench(folder, server, figures);
            bench.idle("one company");
            double heapBefore = bench.heapKb();
            bench.edits();
            bench.many("come", "Many");
            figures.add("heap per company, with its documents, KB", (bench.heapKb() - heapBefore) / MANY);
            bench.idle(MANY + " companies");
            bench.many("change", "Renamed");
            bench.breakAll();
            bench.idle(MANY + " refused files");
        }
    }

    /** From saving one file to what callers are told. */
    private void edits() throws IOException, InterruptedException {
        for (int i = 0; i < EDITS; i++) {
            TimeUnit.MILLISECONDS.sleep(random.nextInt(700)); // not in step with whoever looks at the folder
            String name = "Edited " + i;
            long saved = System.nanoTime();
            save(folder, "edited", name);
            await("/companies/edited/api/company", "\"" + name + "\"");
            figures.add("a file is saved: until it is in force", (System.nanoTime() - saved) / 1e6);
        }
    }

    private void many(String what, String name) throws IOException, InterruptedException {
        double cpu = cpuMs();
        long begun = System.nanoTime();
        for (int i = 0; i < MANY; i++) {
            save(folder, "many-" + i, name + " " + i);
        }
        for (int i = 0; i < MANY; i++) {
            await("/companies/many-" + i + "/api/company", "\"" + name + " " + i + "\"");
        }
        figures.add(MANY + " companies " + what + " at once: until all are in force", (System.nanoTime() - begun) / 1e6);
        figures.add("  CPU until they " + what, cpuMs() - cpu);
        rest();
        figures.add("  CPU until documents and greetings are prepared too, when they " + what, cpuMs() - cpu);
    }

    private void breakAll() throws IOException, InterruptedException {
        for (int i = 0; i < MANY; i++) {
            Files.writeString(file(folder, "many-" + i), "{\"name\": \"Broken\", \"calls.max\": 0}");
        }
        rest();
    }

    private void idle(String what) throws InterruptedException {
        rest();
        double cpu = cpuMs();
        TimeUnit.NANOSECONDS.sleep(IDLE.toNanos());
        figures.add("CPU in a minute without any call, " + what, cpuMs() - cpu);
    }

    /** Waits until the server does next to nothing. */
    private void rest() throws InterruptedException {
        double cpu;
        do {
            cpu = cpuMs();
            TimeUnit.SECONDS.sleep(3);
        } while (cpuMs() - cpu > 300);
    }

    private double cpuMs() {
        return server.serving().info().totalCpuDuration().orElseThrow().toMillis();
    }

    /** What is still referred to. */
    private double heapKb() throws IOException, InterruptedException {
        new ProcessBuilder("jcmd", String.valueOf(server.serving().pid()), "GC.run").redirectErrorStream(true).start().waitFor();
        String used = get("/metrics").lines().filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\"}")).findFirst().orElseThrow();
        return Double.parseDouble(used.substring(used.indexOf(' '))) / 1024;
    }

    private void await(String path, String expected) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!get(path).contains(expected)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(path + " did not say " + expected + "; see target/server.log");
            }
            TimeUnit.MILLISECONDS.sleep(3);
        }
    }

    private String get(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(server.address(path)).build(), BodyHandlers.ofString()).body();
    }

    /** By a rename, as editors do. Each has documents of its own, so that no vectors are shared. */
    private static void save(Path folder, String id, String name) throws IOException {
        Path documents = folder.resolve(id);
        if (!Files.exists(documents)) {
            Files.createDirectory(documents);
            Files.writeString(documents.resolve("house.md"), """
                    # %1$s
                    - %1$s is open from nine to five.
                    - %1$s is in River Street.
                    - Parking costs two euros at %1$s.
                    - %1$s has ramps at both doors.
                    """.formatted(id));
        }
        Path aside = Files.writeString(folder.resolve(id + ".tmp"),
                "{\"name\": \"%s\", \"greeting\": \"Hello, how can I help you?\", \"knowledge\": \"%s\"}".formatted(name, id));
        Files.move(aside, file(folder, id), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path file(Path folder, String id) {
        return folder.resolve("switchboard.company~" + id + ".json");
    }
}
