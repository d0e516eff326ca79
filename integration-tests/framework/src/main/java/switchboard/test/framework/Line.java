package switchboard.test.framework;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.osgi.framework.BundleContext;

/** Asks the server over HTTP, with what no well-behaved client would let through. */
public final class Line {

    private final int port;
    private final String from;

    public Line(BundleContext context) {
        this(Integer.parseInt(context.getProperty("org.osgi.service.http.port")), "127.0.0.1");
    }

    private Line(int port, String from) {
        this.port = port;
        this.from = from;
    }

    /** @param text head and body */
    public record Answer(int status, String text) {

        public String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }

        public Optional<String> header(String name) {
            return text.lines().takeWhile(line -> !line.isBlank()).filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .findFirst();
        }
    }

    /** The same server, asked by another. */
    public Line from(String loopbackAddress) {
        return new Line(port, loopbackAddress);
    }

    public Answer post(String path, String json) {
        return ask("POST", path, json);
    }

    /** @param headers each with its line break */
    public Answer ask(String method, String path, String json, String... headers) {
        return askAs("127.0.0.1:" + port, method, path, json, headers);
    }

    /** @param host by which name the server is asked */
    public Answer askAs(String host, String method, String path, String json, String... headers) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return send("%s %s HTTP/1.1\r\nHost: %s\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n%s\r\n%s"
                .formatted(method, path, host, body.length, String.join("", headers), json));
    }

    /** @param request in full */
    public Answer send(String request) {
        try (Socket socket = begin(request)) {
            return answer(socket);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the beginning of a request; the caller closes. */
    public Socket begin(String request) {
        try {
            Socket socket = new Socket();
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is answered, up to the end of the connection. */
    public static Answer answer(Socket socket) throws IOException {
        String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(Integer.parseInt(text.split(" ", 3)[1]), text);
    }
}
