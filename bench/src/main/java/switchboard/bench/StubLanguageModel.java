package switchboard.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * An OpenAI-compatible endpoint that thinks for 150 ms and then speaks 40 tokens a second. Other words of the caller mostly have
 * another answer, so that nothing that was prepared for a wrong guess fits.
 */
final class StubLanguageModel implements AutoCloseable {

    private static final long THINKS_MS = 150;
    private static final long TOKEN_MS = 25;
    private static final List<String> BEGINNINGS = List.of("Yes, of course,", "Glad you ask,", "At the moment,", "In most cases,", "On most days,",
            "As a rule,", "If you like,", "As you know,", "In the evening,", "For our guests,", "To be honest,", "Just as always,");
    private static final String REST = " we are open until eleven in the evening today. Would you like to come by and have dinner with us?";

    private final List<Integer> promptCharacters = new CopyOnWriteArrayList<>();
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

    /** The length of each request, with all its JSON; four characters are about a token. */
    List<Integer> promptCharacters() {
        return promptCharacters;
    }

    private void answer(HttpExchange exchange) throws IOException {
        long asked = System.nanoTime();
        String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        promptCharacters.add(request.length());
        String[] tokens = answerTo(request);
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            for (int i = 0; i < tokens.length; i++) {
                awaitUntil(asked + TimeUnit.MILLISECONDS.toNanos(THINKS_MS + i * TOKEN_MS));
                send(out, "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"" + tokens[i] + "\"}}]}");
            }
            send(out, "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}");
            send(out, "[DONE]");
        }
    }

    private static String[] answerTo(String request) {
        return (BEGINNINGS.get(Math.floorMod(request.hashCode(), BEGINNINGS.size())) + REST).split("(?<= )");
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
