package switchboard.operations.socket;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is said over the socket. The visitor begins with one line of JSON, a {@link Request}; the server answers with lines of JSON:
 * {@code {"out": text}}, {@code {"failed": reason}}, {@code {"prompt": true}}, upon which the visitor sends one line as it is, and at
 * last {@code {"end": exit status}}. All is UTF-8. Reading is confined to one thread, writing is thread-safe.
 */
final class Frames implements AutoCloseable {

    private static final int LONGEST_LINE = 65_536;
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    private final SocketChannel channel;
    private final InputStream in;
    private final OutputStream out;

    Frames(SocketChannel channel) {
        this.channel = channel;
        this.in = new BufferedInputStream(Channels.newInputStream(channel));
        this.out = Channels.newOutputStream(channel);
    }

    /**
     * What a visitor wants; one of the first three.
     *
     * @param run   a command of the scope voice and its arguments, taken as they are
     * @param line  one line of the shell's language
     * @param shell many of them
     * @param batch whether nobody sits there: no prompts, and the first failure is the end
     */
    record Request(@Nullable List<String> run, @Nullable String line, boolean shell, boolean batch) {}

    /** @throws IllegalArgumentException if the visitor says something else */
    Request request() throws IOException {
        try {
            Request request = line().map(line -> GSON.fromJson(line, Request.class)).orElse(null);
            if (request != null && (request.run != null || request.line != null || request.shell)) {
                return request;
            }
        } catch (JsonParseException e) {
            throw new IllegalArgumentException("not a request: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("not a request");
    }

    /** Empty when the visitor has nothing more to say. */
    Optional<String> line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return line.size() == 0 ? Optional.empty() : Optional.of(line.toString(UTF_8));
            }
            if (line.size() == LONGEST_LINE) {
                throw new IOException("a line is longer than %d bytes".formatted(LONGEST_LINE));
            }
            line.write(next);
        }
        return Optional.of(line.toString(UTF_8));
    }

    void out(String text) throws IOException {
        JsonObject frame = new JsonObject();
        frame.addProperty("out", text);
        send(frame);
    }

    void failed(String reason) throws IOException {
        JsonObject frame = new JsonObject();
        frame.addProperty("failed", reason);
        send(frame);
    }

    void prompt() throws IOException {
        JsonObject frame = new JsonObject();
        frame.addProperty("prompt", true);
        send(frame);
    }

    void end(boolean well) throws IOException {
        JsonObject frame = new JsonObject();
        frame.addProperty("end", well ? 0 : 1);
        send(frame);
    }

    private synchronized void send(JsonObject frame) throws IOException {
        out.write((GSON.toJson(frame) + "\n").getBytes(UTF_8));
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
