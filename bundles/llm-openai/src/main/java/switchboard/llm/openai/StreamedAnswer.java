package switchboard.llm.openai;

import com.google.gson.JsonParseException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import switchboard.api.llm.GenerationEvent;

/** Turns the stream of an answer into events. After the last one it goes on reading, so that the connection can be used again. */
final class StreamedAnswer implements Sink {

    /** Longest answer, in bytes of UTF-8. */
    static final int LONGEST = 64 * 1024;

    private static final String DONE = "[DONE]";

    private final ServerSentEvents stream = new ServerSentEvents(this::read);
    private final Events events;
    private final Reasons reasons;
    private final String contentType;
    private final Runnable alive;
    private final Consumer<String> failed;
    private int bytesOfText;

    /**
     * @param alive  runs at each event of the stream
     * @param failed receives the reason if the answer is no good
     */
    StreamedAnswer(Events events, Reasons reasons, String contentType, Runnable alive, Consumer<String> failed) {
        this.events = events;
        this.reasons = reasons;
        this.contentType = contentType;
        this.alive = alive;
        this.failed = failed;
    }

    @Override
    public void take(ByteBuffer bytes) {
        try {
            stream.take(bytes);
        } catch (IllegalStateException e) {
            failed.accept(reasons.tooLong(e.getMessage()));
        }
    }

    @Override
    public void end() {
        stream.end();
        if (!events.over()) {
            failed.accept(reasons.brokeOff(contentType));
        }
    }

    private void read(String data) {
        alive.run();
        if (events.over()) {
            return;
        }
        if (data.strip().equals(DONE)) {
            complete("none");
            return;
        }
        try {
            read(Chunk.parse(data));
        } catch (JsonParseException e) {
            failed.accept(reasons.malformed());
        }
    }

    private void read(Chunk chunk) {
        if (chunk.error() != null && !chunk.error().isJsonNull()) {
            failed.accept(reasons.inStream(chunk.error()));
            return;
        }
        say(chunk.text());
        chunk.ending().ifPresent(this::complete);
    }

    private void say(String text) {
        bytesOfText += text.getBytes(StandardCharsets.UTF_8).length;
        if (bytesOfText > LONGEST) {
            failed.accept(reasons.tooLong("an answer of more than " + LONGEST + " bytes"));
        } else if (!text.isEmpty()) {
            events.say(text);
        }
    }

    /** The reason to end is believed before the [DONE] that should follow it: not every server sends one. */
    private void complete(String finishReason) {
        if (finishReason.equals("content_filter")) {
            failed.accept(reasons.filtered());
        } else if (bytesOfText == 0) {
            failed.accept(reasons.empty(finishReason));
        } else {
            events.last(new GenerationEvent.Ended());
        }
    }
}
