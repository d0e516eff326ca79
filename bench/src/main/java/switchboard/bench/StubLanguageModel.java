package switchboard.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** An OpenAI-compatible endpoint that thinks for 150 ms and then speaks 40 tokens a second. */
final class StubLanguageModel implements AutoCloseable {

    private static final long THINKS_MS = 150;
    private static final long TOKEN_MS = 25;
    private static final String[] TOKENS =
            "Yes, of course, we are open until eleven in the evening today. Would you like to come by and have dinner with us?".split("(?<= )");

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final HttpServer server;

    StubLanguageModel() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(executor);
        server.createContext("/v1/chat/completions", this::answer);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/");
    }

    private void answer(HttpExchange exchange) throws IOException {
        long asked = System.nanoTime();
        exchange.getRequestBody().readAllBytes();
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < TOKENS.length; i++) {
                awaitUntil(asked + TimeUnit.MILLISECONDS.toNanos(THINKS_MS + i * TOKEN_MS));
                send(out, "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + TOKENS[i] + "\"}}]}");
            }
            send(out, "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}");
            send(out, "[DONE]");
        }
    }

    private static void send(OutputStream out, String data) throws IOException {
        out.write(("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static void awaitUntil(long nanos) {
        for (long wait = nanos - System.nanoTime(); wait > 0; wait = nanos - System.nanoTime()) {
            LockSupport.parkNanos(wait);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
