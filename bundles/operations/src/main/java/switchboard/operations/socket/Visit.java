package switchboard.operations.socket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.felix.service.command.CommandProcessor;
import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Converter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One visitor of the socket, from the request to the end. Each command has its time, and is interrupted when that is over. Confined
 * to one thread, which blocks.
 */
final class Visit {

    private static final Logger log = LoggerFactory.getLogger(Visit.class);

    private final Frames frames;
    private final Printed printed;
    private final Commands commands;
    private final CommandProcessor gogo;
    private final ExecutorService threads;
    private final Duration deadline;

    /** A command of the scope voice. */
    @FunctionalInterface
    interface Commands {

        String run(List<String> words) throws Exception;
    }

    /** @param threads run the commands; as many as there are visits */
    Visit(Frames frames, Commands commands, CommandProcessor gogo, ExecutorService threads, Duration deadline) {
        this.frames = frames;
        this.printed = new Printed(frames);
        this.commands = commands;
        this.gogo = gogo;
        this.threads = threads;
        this.deadline = deadline;
    }

    /** @throws IOException if the visitor has left */
    void receive() throws IOException, InterruptedException {
        try {
            receive(frames.request());
        } catch (IllegalArgumentException e) {
            frames.failed(String.valueOf(e.getMessage()));
            frames.end(false);
        }
    }

    private void receive(Frames.Request request) throws IOException, InterruptedException {
        if (request.run() != null) {
            log.info("event=command name={}", request.run().isEmpty() ? "" : request.run().get(0).replaceAll("[^\\w-]", "?"));
            frames.end(execute(() -> commands.run(request.run())));
            return;
        }
        log.info("event=shell");
        PrintStream out = new PrintStream(printed, true, UTF_8);
        try (CommandSession session = gogo.createSession(InputStream.nullInputStream(), out, out)) {
            frames.end(request.line() != null ? line(session, request.line()) : shell(session, request.batch()));
        }
    }

    private boolean shell(CommandSession session, boolean batch) throws IOException, InterruptedException {
        while (true) {
            frames.prompt();
            Optional<String> line = frames.line().map(String::strip);
            if (line.isEmpty() || line.get().equals("exit") || line.get().equals("quit")) {
                return true;
            }
            if (!line.get().isEmpty() && !line(session, line.get()) && batch) {
                return false;
            }
        }
    }

    private boolean line(CommandSession session, String line) throws IOException, InterruptedException {
        return execute(() -> {
            Object result = session.execute(line);
            return result == null ? "" : String.valueOf(session.format(result, Converter.INSPECT));
        });
    }

    private boolean execute(Callable<String> command) throws IOException, InterruptedException {
        printed.begin();
        Future<String> answer = threads.submit(command);
        try {
            String text = answer.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
            printed.write((text.isEmpty() ? "" : text + "\n").getBytes(UTF_8));
            printed.flush();
        } catch (ExecutionException e) {
            printed.flush();
            frames.failed(Optional.ofNullable(e.getCause().getMessage()).orElseGet(e.getCause()::toString));
            return false;
        } catch (TimeoutException e) {
            answer.cancel(true);
            frames.failed("not done within %d s; it was interrupted".formatted(deadline.toSeconds()));
            return false;
        }
        if (printed.isTooMuch()) {
            frames.failed("more than %d bytes were printed; the rest is left out".formatted(Printed.MOST));
            return false;
        }
        return true;
    }
}
