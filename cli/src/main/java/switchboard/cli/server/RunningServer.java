package switchboard.cli.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A server that runs already, over its socket: one line of JSON there, lines of JSON back (docs/operate.md). Each command is a
 * visit of its own. Thread-safe.
 */
public final class RunningServer implements Server {

    private static final Gson GSON = new Gson();

    private final Path socket;
    private final Progress progress;

    RunningServer(Path socket, Progress progress) {
        this.socket = socket;
        this.progress = progress;
    }

    @Override
    public String run(String doing, List<List<String>> commands) throws Failure {
        StringBuilder printed = new StringBuilder();
        try (Progress.Shown shown = progress.begin(doing)) {
            for (List<String> words : commands) {
                Optional<String> failure = ask(Map.of("run", words), printed::append, new Waiting(Progress.SILENT));
                if (failure.isPresent()) {
                    throw new Failure(failure.get(), printed.toString());
                }
            }
            return printed.toString();
        }
    }

    @Override
    public void run(String doing, Stream<List<String>> commands, Consumer<String> printed) throws Failure {
        for (Iterator<List<String>> one = commands.iterator(); one.hasNext();) {
            Server.super.run(doing, Stream.of(one.next()), printed);
        }
    }

    /** One line of the shell's language; prints what it prints, as it comes. */
    public void line(String line, PrintWriter out) throws Failure {
        Waiting waiting = new Waiting(progress);
        waiting.runs(line);
        Optional<String> failure = ask(Map.of("line", line), text -> {
            out.print(text);
            out.flush();
        }, waiting);
        if (failure.isPresent()) {
            throw new Failure(failure.get());
        }
    }

    /**
     * The shell, line by line, until there is no more or somebody says {@code exit}.
     *
     * @param prompt printed before each line is read; empty if nobody sits there: then the first failure is the end
     * @return whether it came to its end without a failure; of somebody who sits there, always
     */
    public boolean shell(BufferedReader in, Optional<String> prompt, PrintWriter out, PrintWriter err) throws Failure {
        Waiting waiting = new Waiting(progress);
        try (Visit visit = new Visit(Map.of("shell", true, "batch", prompt.isEmpty()))) {
            for (JsonObject frame = waiting.next(visit); !frame.has("end"); frame = waiting.next(visit)) {
                if (frame.has("out")) {
                    out.print(frame.get("out").getAsString());
                } else if (frame.has("failed")) {
                    err.println(frame.get("failed").getAsString());
                } else if (frame.has("prompt")) {
                    out.print(prompt.orElse(""));
                    out.flush();
                    String line = in.readLine();
                    waiting.runs(line);
                    visit.answer(line);
                }
                out.flush();
                err.flush();
            }
            return visit.endedWell();
        } catch (IOException e) {
            throw lost(e);
        }
    }

    private Optional<String> ask(Map<String, ?> request, Consumer<String> printed, Waiting waiting) throws Failure {
        try (Visit visit = new Visit(request)) {
            Optional<String> failure = Optional.empty();
            for (JsonObject frame = waiting.next(visit); !frame.has("end"); frame = waiting.next(visit)) {
                if (frame.has("out")) {
                    printed.accept(frame.get("out").getAsString());
                } else if (frame.has("failed")) {
                    failure = Optional.of(frame.get("failed").getAsString());
                }
            }
            return failure;
        } catch (IOException e) {
            throw lost(e);
        }
    }

    private Failure lost(IOException e) {
        return new Failure("the server at %s did not answer to the end: %s".formatted(socket, e.getMessage()));
    }

    /** Shows what the server is at while it says nothing; never behind half a line, which the bar would wipe. Confined to one thread. */
    private static final class Waiting {

        private static final int LONGEST = 40;

        private final Progress progress;
        private String doing = "";
        private boolean atLineStart = true;

        Waiting(Progress progress) {
            this.progress = progress;
        }

        /** @param line what was typed, whose end has begun a new one; null if there is no more */
        void runs(@Nullable String line) {
            String shown = line == null ? "" : line.replaceAll("\\p{Cntrl}", " ").strip();
            doing = shown.length() <= LONGEST ? shown : shown.substring(0, Character.isHighSurrogate(shown.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST) + "…";
            atLineStart = true;
        }

        JsonObject next(Visit visit) throws IOException {
            try (Progress.Shown shown = (atLineStart && !doing.isEmpty() ? progress : Progress.SILENT).begin(doing)) {
                JsonObject frame = visit.next();
                atLineStart = !frame.has("out") || frame.get("out").getAsString().endsWith("\n");
                return frame;
            }
        }
    }

    /** A connection, from the request to the end. Confined to one thread. */
    private final class Visit implements AutoCloseable {

        private final SocketChannel channel;
        private final BufferedReader in;
        private final OutputStream out;
        private boolean well;

        Visit(Map<String, ?> request) throws IOException {
            channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
            in = new BufferedReader(Channels.newReader(channel, UTF_8));
            out = Channels.newOutputStream(channel);
            out.write((GSON.toJson(request) + "\n").getBytes(UTF_8));
        }

        JsonObject next() throws IOException {
            String line = in.readLine();
            if (line == null) {
                throw new IOException("it has closed the connection");
            }
            try {
                JsonObject frame = JsonParser.parseString(line).getAsJsonObject();
                well = frame.has("end") && frame.get("end").getAsInt() == 0;
                return frame;
            } catch (JsonParseException | IllegalStateException e) {
                throw new IOException("it speaks another language: " + line, e);
            }
        }

        /** @param line null if there is no more */
        void answer(@Nullable String line) throws IOException {
            if (line == null) {
                channel.shutdownOutput();
            } else {
                out.write((line + "\n").getBytes(UTF_8));
            }
        }

        boolean endedWell() {
            return well;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
