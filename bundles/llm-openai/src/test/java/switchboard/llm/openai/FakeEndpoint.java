package switchboard.llm.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** An HTTP server on loopback that answers as a test tells it. */
final class FakeEndpoint implements AutoCloseable {

    /** Writes the body of a streamed answer. */
    interface Script {

        void play(OutputStream body) throws Exception;
    }

    /** What it answers. */
    record Reply(int status, String contentType, Script script) {}

    static final String DONE = "data: [DONE]\n\n";
    static final String STOP = "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";

    /** Held until the test ends. */
    final CountDownLatch end = new CountDownLatch(1);
    /** Counted down when the client has hung up on {@link #talk}. */
    final CountDownLatch hungUp = new CountDownLatch(1);

    volatile Headers headers = new Headers();
    volatile String path = "";
    /** Bodies of the requests, oldest first. */
    final List<String> asked = new CopyOnWriteArrayList<>();
    final Set<Integer> connections = ConcurrentHashMap.newKeySet();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    FakeEndpoint() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/");
    }

    FakeEndpoint streams(Script script) {
        return responds(200, "text/event-stream; charset=utf-8", script);
    }

    FakeEndpoint responds(int status, String contentType, Script script) {
        return answers(body -> new Reply(status, contentType, script));
    }

    /** @param reply to the body of a request */
    FakeEndpoint answers(Function<String, Reply> reply) {
        server.createContext("/", exchange -> {
            headers = exchange.getRequestHeaders();
            connections.add(exchange.getRemoteAddress().getPort());
            path = exchange.getRequestURI().getPath();
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            asked.add(body);
            Reply given = reply.apply(body);
            exchange.getResponseHeaders().add("Content-Type", given.contentType());
            exchange.sendResponseHeaders(given.status(), 0);
            play(given.script(), exchange);
        });
        return this;
    }

    private static void play(Script script, HttpExchange exchange) {
        try (exchange; OutputStream body = exchange.getResponseBody()) {
            script.play(body);
        } catch (Exception e) {
            // The client has hung up, or the script wants the connection to break: closing without an end does that.
        }
    }

    static void send(OutputStream body, String text) throws IOException {
        body.write(text.getBytes(UTF_8));
        body.flush();
    }

    static String chunk(String text) {
        return "data: {\"id\":\"x\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + text + "\"},"
                + "\"finish_reason\":null}],\"timings\":{}}\n\n";
    }

    /** Says one word after the other until the client hangs up. */
    void talk(OutputStream body) throws IOException {
        try {
            while (end.getCount() > 0) {
                send(body, chunk("word ") + ": " + "-".repeat(4096) + "\n\n");
            }
        } catch (IOException e) {
            hungUp.countDown();
            throw e;
        }
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
