package switchboard.model.store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Where models are published, on the loopback interface. Serves what it has, by ranges if asked; can be made to misbehave. */
final class ModelHome implements AutoCloseable {

    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final List<Optional<String>> ranges = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server;
    private volatile int bytesPerAnswer = Integer.MAX_VALUE;
    private volatile boolean knowsRanges = true;

    ModelHome() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.createContext("/moved/", exchange -> {
            exchange.getResponseHeaders().add("Location", exchange.getRequestURI().getPath().substring("/moved".length()));
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.start();
    }

    ModelHome serve(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    /** From now on each connection breaks after so many bytes of the file. */
    void breakAfter(int bytes) {
        bytesPerAnswer = bytes;
    }

    void forgetRanges() {
        knowsRanges = false;
    }

    String address(String path) {
        return "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path);
    }

    /** The Range of each request so far. */
    List<Optional<String>> ranges() {
        return List.copyOf(ranges);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Optional<String> range = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range"));
            ranges.add(range);
            byte[] file = files.get(exchange.getRequestURI().getPath());
            if (file == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            int from = knowsRanges ? range.map(text -> Integer.parseInt(text.replaceAll("\\D", ""))).orElse(0) : 0;
            if (from >= file.length) {
                exchange.sendResponseHeaders(416, -1);
                return;
            }
            if (range.isPresent() && knowsRanges) {
                exchange.getResponseHeaders().add("Content-Range", "bytes %d-%d/%d".formatted(from, file.length - 1, file.length));
            }
            exchange.sendResponseHeaders(range.isPresent() && knowsRanges ? 206 : 200, file.length - from);
            exchange.getResponseBody().write(Arrays.copyOfRange(file, from, (int) Math.min(file.length, (long) from + bytesPerAnswer)));
            exchange.getResponseBody().flush();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
