package switchboard.test.framework.company;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.osgi.framework.BundleContext;

/** Asks the server over HTTP, with paths that no well-behaved client would let through. */
final class Line {

    private final int port;

    Line(BundleContext context) {
        this.port = Integer.parseInt(context.getProperty("org.osgi.service.http.port"));
    }

    /** @param text head and body */
    record Answer(int status, String text) {

        String body() {
            return text.substring(text.indexOf("\r\n\r\n") + 4);
        }

        Optional<String> header(String name) {
            return text.lines().takeWhile(line -> !line.isBlank()).filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                    .findFirst();
        }
    }

    Answer post(String path, String json) {
        return ask("POST", path, json);
    }

    /** @param headers each with its line break */
    Answer ask(String method, String path, String json, String... headers) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        String head = "%s %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nContent-Type: application/json\r\nContent-Length: %d\r\nConnection: close\r\n%s\r\n"
                .formatted(method, path, port, body.length, String.join("", headers));
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(body);
            String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(Integer.parseInt(text.split(" ", 3)[1]), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
