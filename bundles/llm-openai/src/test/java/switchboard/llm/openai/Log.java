package switchboard.llm.openai;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Reads along what is logged until it is closed: slf4j-simple writes to the standard error. */
final class Log implements AutoCloseable {

    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final PrintStream before = System.err;

    Log() {
        System.setErr(new PrintStream(new ByteArrayOutputStream() {

            @Override
            public synchronized void flush() {
                if (size() > 0) {
                    lines.addAll(toString(StandardCharsets.UTF_8).lines().toList());
                    reset();
                }
            }
        }, false, StandardCharsets.UTF_8));
    }

    /** The next line with a text; what comes before is dropped. */
    String line(String with) throws InterruptedException {
        for (String line = lines.poll(20, TimeUnit.SECONDS); line != null; line = lines.poll(20, TimeUnit.SECONDS)) {
            if (line.contains(with)) {
                return line;
            }
        }
        throw new AssertionError("nothing was logged within 20 s: " + with);
    }

    boolean has(String text) {
        System.err.flush();
        return lines.stream().anyMatch(line -> line.contains(text));
    }

    @Override
    public void close() {
        System.setErr(before);
    }
}
