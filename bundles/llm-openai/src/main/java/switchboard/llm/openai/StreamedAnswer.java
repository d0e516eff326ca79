package switchboard.llm.openai;

import com.google.gson.JsonParseException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.llm.GenerationEvent;

/** Turns the stream of an answer into events. After the last one it goes on reading, so that the connection can be used again. */
final class StreamedAnswer implements Sink {

    /** Longest answer with all arguments of tools, in bytes of UTF-8. */
    static final int LONGEST = 64 * 1024;

    private static final Logger log = LoggerFactory.getLogger(StreamedAnswer.class);
    private static final String DONE = "[DONE]";

    private final ServerSentEvents stream = new ServerSentEvents(this::read);
    private final WrittenCalls written = new WrittenCalls();
    private final ToolCalls calls = new ToolCalls();
    private final Events events;
    private final Reasons reasons;
    private final Offer offer;
    private final String contentType;
    private final Runnable alive;
    private final Consumer<String> failed;
    private int bytes;
    private boolean spoken;

    /**
     * @param alive  runs at each event of the stream
     * @param failed receives the reason if the answer is no good
     */
    StreamedAnswer(Events events, Reasons reasons, Offer offer, String contentType, Runnable alive, Consumer<String> failed) {
        this.events = events;
        this.reasons = reasons;
        this.offer = offer;
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
        boolean over = events.over();
        if (data.strip().equals(DONE)) {
            if (!over) {
                complete("none");
            }
            return;
        }
        if (over && !log.isDebugEnabled()) {
            return;
        }
        try {
            Chunk chunk = Chunk.parse(data);
            logUsage(chunk);
            if (!over) {
                read(chunk);
            }
        } catch (JsonParseException e) {
            if (!over) {
                failed.accept(reasons.malformed());
            }
        }
    }

    private void read(Chunk chunk) {
        if (chunk.error() != null && !chunk.error().isJsonNull()) {
            failed.accept(reasons.inStream(chunk.error()));
            return;
        }
        count(chunk.text());
        for (Chunk.ToolCall piece : chunk.toolCalls()) {
            count("call " + piece.name() + piece.arguments());
            calls.add(piece);
        }
        if (bytes > LONGEST) {
            failed.accept(reasons.tooLong("an answer of more than " + LONGEST + " bytes"));
            return;
        }
        say(offer.isEmpty() ? chunk.text() : written.pass(chunk.text()));
        chunk.ending().ifPresent(this::complete);
    }

    private void count(String text) {
        bytes += text.getBytes(StandardCharsets.UTF_8).length;
    }

    private void say(String text) {
        if (!text.isEmpty()) {
            spoken |= !text.isBlank();
            events.say(text);
        }
    }

    /** The reason to end is believed before the [DONE] that should follow it: not every server sends one. */
    private void complete(String finishReason) {
        if (finishReason.equals("content_filter")) {
            failed.accept(reasons.filtered());
            return;
        }
        try {
            // Some servers leave in the text what they have understood as a call.
            WrittenCalls.Rest rest = calls.isEmpty() ? written.end() : new WrittenCalls.Rest(calls.wishes(), "");
            complete(finishReason, rest.wishes(), rest.text());
        } catch (JsonParseException e) {
            failed.accept(reasons.brokenCall(finishReason));
        }
    }

    private void complete(String finishReason, List<Wish> wishes, String rest) {
        List<GenerationEvent.ToolRequested> granted = offer.granted(wishes);
        if (granted.size() < wishes.size()) {
            // Without the name, which may be the caller's.
            log.info("event=tool-not-offered host={} ignored={} granted={}", reasons.host(), wishes.size() - granted.size(), granted.size());
        }
        if (granted.isEmpty()) {
            say(rest);
        }
        if (granted.isEmpty() && !spoken) {
            failed.accept(wishes.isEmpty() ? reasons.empty(finishReason) : reasons.notOffered());
            return;
        }
        granted.forEach(events::request);
        events.last(new GenerationEvent.Ended());
    }

    private void logUsage(Chunk chunk) {
        if (log.isDebugEnabled() && chunk.usage() != null && chunk.usage().isJsonObject()) {
            log.debug("event=usage host={} prompt_tokens={} completion_tokens={}", reasons.host(),
                    chunk.tokens("prompt_tokens").orElse(-1), chunk.tokens("completion_tokens").orElse(-1));
        }
    }
}
