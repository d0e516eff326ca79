package switchboard.llm.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Reads what comes with an error status, up to a bound. */
final class ErrorBody implements Sink {

    /** In bytes; an error that says more is cut off. */
    private static final int LONGEST = 16 * 1024;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private final Consumer<String> reader;
    private boolean read;

    ErrorBody(Consumer<String> reader) {
        this.reader = reader;
    }

    @Override
    public void take(ByteBuffer bytes) {
        while (bytes.hasRemaining() && body.size() < LONGEST) {
            body.write(bytes.get());
        }
        if (body.size() >= LONGEST) {
            end();
        }
    }

    @Override
    public void end() {
        if (!read) {
            read = true;
            reader.accept(body.toString(UTF_8));
        }
    }
}
