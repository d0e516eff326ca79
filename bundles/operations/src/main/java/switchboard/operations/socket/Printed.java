package switchboard.operations.socket;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** What a command prints, on its way to the visitor; of too much the rest is left out. Thread-safe. */
final class Printed extends OutputStream {

    /** In bytes, per command. */
    static final int MOST = 4_000_000;

    private static final int PIECE = 8_192;

    private final Frames frames;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private int printed;

    Printed(Frames frames) {
        this.frames = frames;
    }

    /** The next command may print as much again. */
    synchronized void begin() {
        printed = 0;
    }

    synchronized boolean isTooMuch() {
        return printed > MOST;
    }

    @Override
    public synchronized void write(int one) throws IOException {
        if (++printed > MOST) {
            return;
        }
        waiting.write(one);
        if (waiting.size() >= PIECE && (one & 0x80) == 0) { // characters of UTF-8 are not cut into two
            flush();
        }
    }

    @Override
    public synchronized void flush() throws IOException {
        if (waiting.size() > 0) {
            String text = waiting.toString(UTF_8);
            waiting.reset();
            frames.out(text);
        }
    }
}
