package switchboard.llm.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/**
 * Cuts a stream of bytes, however it was split on its way, into the data of its events. Confined to one thread at a time.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream">HTML, §9.2.5</a>
 */
final class ServerSentEvents {

    /** Longest event, in bytes: an endpoint that never ends a line must not fill the memory. */
    static final int LONGEST_EVENT = 256 * 1024;

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Consumer<String> events;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final StringBuilder data = new StringBuilder();
    private boolean hasData;
    private boolean first = true;
    private boolean afterReturn;

    /** @param events receives the data of each event, its lines joined by line feeds */
    ServerSentEvents(Consumer<String> events) {
        this.events = events;
    }

    /** @throws IllegalStateException if an event is longer than {@link #LONGEST_EVENT} */
    void take(ByteBuffer bytes) {
        while (bytes.hasRemaining()) {
            byte next = bytes.get();
            if (next == '\n' && afterReturn) {
                afterReturn = false;
            } else if (next == '\n' || next == '\r') {
                afterReturn = next == '\r';
                endLine();
            } else {
                afterReturn = false;
                line.write(next);
                requireShort();
            }
        }
    }

    /** The stream has ended. More lenient than the standard: an event that lacks only its empty line counts. */
    void end() {
        if (line.size() > 0) {
            endLine();
        }
        endEvent();
    }

    private void endLine() {
        // Bytes become characters by whole lines: no byte of a longer UTF-8 sequence looks like the end of a line.
        String text = line.toString(UTF_8);
        line.reset();
        if (first && text.startsWith(BYTE_ORDER_MARK)) {
            text = text.substring(1);
        }
        first = false;
        if (text.isEmpty()) {
            endEvent();
        } else if (text.equals("data") || text.startsWith("data:")) {
            addData(text.substring(Math.min(5, text.length())));
        }
    }

    private void addData(String value) {
        if (hasData) {
            data.append('\n');
        }
        hasData = true;
        data.append(value.startsWith(" ") ? value.substring(1) : value);
    }

    private void endEvent() {
        if (hasData) {
            String event = data.toString();
            data.setLength(0);
            hasData = false;
            events.accept(event);
        }
    }

    private void requireShort() {
        if (line.size() + data.length() > LONGEST_EVENT) {
            throw new IllegalStateException("an event is longer than " + LONGEST_EVENT + " bytes");
        }
    }
}
