package switchboard.model.store;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Brings a file from one source. Keeps downloaded packages for the files that still follow; confined to one thread. */
final class Sources implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration RESPONSE = Duration.ofSeconds(30);

    private final Set<String> unreachable = new HashSet<>();
    private final Packages packages;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).followRedirects(HttpClient.Redirect.NORMAL).build();

    Sources() throws IOException {
        this.packages = new Packages(Files.createTempDirectory("switchboard-fetch"));
    }

    /**
     * Writes the file; what is written is not verified yet.
     *
     * @throws IOException if this source does not have it
     */
    void fetch(Catalogue.Source source, Path target) throws IOException {
        if (source.kind().equals("url")) {
            download(URI.create(source.from().get(0)), target);
            return;
        }
        try (OutputStream out = Files.newOutputStream(target)) {
            for (String name : source.from()) {
                packages.copy(source, name, out);
            }
        }
    }

    /** From the operator's own mirror, a folder or a base address, laid out as {@code model/file}. */
    void mirror(String mirror, String model, String file, Path target) throws IOException {
        if (mirror.startsWith("http://") || mirror.startsWith("https://")) {
            download(URI.create(mirror.replaceAll("/+$", "") + "/" + model + "/" + file), target);
        } else {
            Files.copy(Path.of(mirror, model, file), target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void download(URI address, Path target) throws IOException {
        String host = Optional.ofNullable(address.getHost()).orElseThrow(() -> new IOException("no host in " + address));
        if (unreachable.contains(host)) {
            throw new IOException("home of the model not reachable");
        }
        try {
            HttpRequest request = HttpRequest.newBuilder(address).timeout(RESPONSE).build();
            HttpResponse<Path> response = http.send(request, HttpResponse.BodyHandlers.ofFile(target));
            if (response.statusCode() != 200) {
                throw new IOException("%s answered %d".formatted(address, response.statusCode()));
            }
        } catch (java.net.ConnectException | java.net.http.HttpConnectTimeoutException e) {
            unreachable.add(host);
            throw new IOException("home of the model not reachable", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while fetching " + address, e);
        }
    }

    @Override
    public void close() throws IOException {
        packages.close();
    }
}
