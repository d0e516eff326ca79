package switchboard.model.store;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.stream.Stream;

/**
 * One run of a registry's own client.
 *
 * @param name    for people
 * @param command program and arguments
 * @param scratch empty folder for the client's log and its temporary files
 */
record PackageClient(String name, List<String> command, Path scratch) {

    private static final Duration LIMIT = Duration.ofMinutes(15);
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final int LOG_LINES = 3;

    /**
     * Waits until the client has ended.
     *
     * @param folder where it runs and puts its files
     * @param heard  is told now and then how many bytes have come
     * @throws IOException with the client's own words if it failed
     */
    void run(Path folder, LongConsumer heard) throws IOException {
        Process process = start(folder);
        try {
            process.getOutputStream().close();
            long deadline = System.nanoTime() + LIMIT.toNanos();
            while (!process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                heard.accept(bytesIn(folder) + bytesIn(scratch));
                if (System.nanoTime() - deadline > 0) {
                    throw new IOException("%s took longer than %d minutes".formatted(name, LIMIT.toMinutes()));
                }
            }
            if (process.exitValue() != 0) {
                throw new IOException("%s failed: %s".formatted(name, lastWords()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while fetching a package", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(Path folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(log().toFile());
        // pip downloads to its temporary folder first; there it can be watched.
        builder.environment().put("TMPDIR", scratch.toString());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new IOException("%s is needed for this source and does not start; install it".formatted(name), e);
        }
    }

    private String lastWords() throws IOException {
        List<String> lines = Files.readString(log(), java.nio.charset.StandardCharsets.ISO_8859_1)
                .lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return lines.isEmpty() ? "it gave no reason" : String.join(" / ", lines.subList(Math.max(0, lines.size() - LOG_LINES), lines.size()));
    }

    private Path log() {
        return scratch.resolve("client.log");
    }

    private static long bytesIn(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toFile).filter(File::isFile).mapToLong(File::length).sum();
        } catch (IOException | UncheckedIOException e) {
            return 0; // The client removed a folder while we looked; the next look will do.
        }
    }
}
