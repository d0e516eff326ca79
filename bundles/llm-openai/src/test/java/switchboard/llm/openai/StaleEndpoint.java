package switchboard.llm.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Answers one request for each connection, keeps it open, and closes it when the next request comes on it. Each has a thread of its
 * own: a client whose connection is not free again yet opens another.
 */
final class StaleEndpoint implements AutoCloseable {

    private static final String BODY = FakeEndpoint.chunk("Yes") + FakeEndpoint.STOP + FakeEndpoint.DONE;

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final AtomicInteger connections = new AtomicInteger();

    StaleEndpoint() throws IOException {
        inBackground(this::accept);
    }

    private static void inBackground(Runnable task) {
        Thread thread = new Thread(task, "stale-endpoint");
        thread.setDaemon(true);
        thread.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
    }

    int connections() {
        return connections.get();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                connections.incrementAndGet();
                inBackground(() -> serve(client));
            } catch (IOException e) {
                // The test has ended.
            }
        }
    }

    private static void serve(Socket connected) {
        try (Socket client = connected) {
            BufferedReader request = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
            read(request);
            client.getOutputStream().write(("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: "
                    + BODY.length() + "\r\n\r\n" + BODY).getBytes(UTF_8));
            read(request);
        } catch (IOException e) {
            // The client or the test has ended.
        }
    }

    /** One request, its body as well: a connection closed with bytes unread is reset, which is another failure. */
    private static void read(BufferedReader request) throws IOException {
        int length = 0;
        for (String line = request.readLine(); line != null && !line.isEmpty(); line = request.readLine()) {
            if (line.toLowerCase().startsWith("content-length:")) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        request.skip(length);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
