package switchboard.signaling.rtvi;

import com.google.gson.Gson;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import switchboard.api.call.CallEvent;
import switchboard.api.call.TurnLedger;

/**
 * What a client is told, as RTVI 2 envelopes and signalling messages. Stateless but for the clock; thread-safe.
 *
 * @see <a href="https://docs.pipecat.ai/client/rtvi-standard">the RTVI standard</a>
 */
public final class ServerMessages {

    /** The protocol that is spoken. */
    static final String VERSION = "2.2.0";

    public static final String PEER_LEFT = "{\"type\":\"signalling\",\"message\":{\"type\":\"peerLeft\"}}";

    private static final Gson GSON = new Gson();

    private final Clock clock;

    public ServerMessages(Clock clock) {
        this.clock = clock;
    }

    /** The answer to {@code client-ready}; the client's connect() waits for it. */
    public String botReady(String id, String libraryVersion) {
        return envelope("bot-ready", id, Map.of("version", VERSION,
                "about", Map.of("library", "switchboard", "library_version", libraryVersion),
                "capabilities", Map.of("audio_in", true, "audio_out", true, "video_in", false, "screen_in", false, "video_out", false, "metrics", true)));
    }

    public String errorResponse(String id, String reason) {
        return envelope("error-response", id, Map.of("error", reason));
    }

    /** Why the call ends now, in words for the caller; clients disconnect. */
    public String fatal(String why) {
        return message("error", Map.of("error", why, "fatal", true));
    }

    public String response(String id, String type, Object data) {
        return envelope("server-response", id, Map.of("t", type, "d", data));
    }

    /** Whether a client of this version is understood. */
    public static boolean understands(String clientVersion) {
        return clientVersion.startsWith("2.");
    }

    /** What an event of the conversation means to the client, in order; possibly nothing. */
    public List<String> of(CallEvent event) {
        if (event instanceof CallEvent.UserStartedSpeaking) {
            return List.of(bare("user-started-speaking"));
        } else if (event instanceof CallEvent.UserStoppedSpeaking) {
            return List.of(bare("user-stopped-speaking"));
        } else if (event instanceof CallEvent.UserTranscript transcript) {
            return transcript(transcript);
        } else if (event instanceof CallEvent.ReplyStarted) {
            return List.of(bare("bot-llm-started"));
        } else if (event instanceof CallEvent.ReplyText text) {
            return List.of(message("bot-llm-text", Map.of("text", text.text())));
        } else if (event instanceof CallEvent.ReplyEnded) {
            return List.of(bare("bot-llm-stopped"));
        } else if (event instanceof CallEvent.BotStartedSpeaking) {
            return List.of(bare("bot-tts-started"), bare("bot-started-speaking"));
        } else if (event instanceof CallEvent.BotStoppedSpeaking) {
            return List.of(bare("bot-tts-stopped"), bare("bot-stopped-speaking"));
        } else if (event instanceof CallEvent.BotPaused) {
            return List.of(message("server-message", Map.of("type", "bot-paused")));
        } else if (event instanceof CallEvent.BotSegment segment) {
            return segment(segment);
        } else if (event instanceof CallEvent.Interrupted) {
            return List.of(bare("bot-interrupted"));
        } else if (event instanceof CallEvent.TurnMeasured measured) {
            return ledger(measured.ledger());
        } else if (event instanceof CallEvent.Failure failure) {
            return List.of(message("error", Map.of("error", failure.message(), "fatal", false)));
        }
        return List.of(); // the call itself tells that it has ended
    }

    private List<String> transcript(CallEvent.UserTranscript said) {
        String timestamp = OffsetDateTime.now(clock.withZone(ZoneOffset.UTC)).toString();
        List<String> messages = new ArrayList<>();
        messages.add(message("user-input", Map.of("text", said.text(), "input_type", said.typed() ? "chat" : "transcription",
                "timestamp", timestamp, "final", said.complete(), "user_id", "user")));
        if (!said.typed()) {
            messages.add(message("user-transcription",
                    Map.of("text", said.text(), "user_id", "user", "timestamp", timestamp, "final", said.complete())));
        }
        if (said.complete()) {
            messages.add(message("user-llm-text", Map.of("text", said.text())));
        }
        return messages;
    }

    private List<String> segment(CallEvent.BotSegment segment) {
        Map<String, Object> output = new LinkedHashMap<>();
        output.put("text", segment.text());
        output.put("output_type", "sentence");
        output.put("text_type", "sentence");
        output.put("aggregated_by", "sentence");
        output.put("segment_id", segment.segment());
        output.put("spoken", segment.spoken() && segment.completed());
        output.put("will_be_spoken", segment.spoken());
        if (segment.spoken()) {
            output.put("spoken_status", segment.completed() ? "completed" : "new");
            output.put("spoken_progress", segment.completed()
                    ? Map.of("accumulated_text", segment.text(), "remaining_text", "")
                    : Map.of("accumulated_text", "", "remaining_text", segment.text()));
        }
        List<String> messages = new ArrayList<>();
        if (segment.spoken() || !segment.completed()) { // what is only shown is told once
            messages.add(message("bot-output", output));
        }
        if (!segment.completed()) {
            messages.add(message("bot-transcription", Map.of("text", segment.text())));
        } else if (segment.spoken()) {
            messages.add(message("bot-tts-text", Map.of("text", segment.text())));
        }
        return messages;
    }

    private List<String> ledger(TurnLedger ledger) {
        List<Map<String, Object>> parts = new ArrayList<>();
        List<Map<String, Object>> timesToFirstByte = new ArrayList<>();
        for (TurnLedger.Part part : ledger.parts()) {
            parts.add(Map.of("name", part.name(), "ms", part.duration().toNanos() / 1e6, "owner", part.owner()));
            if (part.name().equals("llm") || part.name().equals("tts") || part.name().equals("stt")) {
                timesToFirstByte.add(Map.of("processor", part.owner(), "value", part.duration().toNanos() / 1e9));
            }
        }
        return List.of(
                message("server-message", Map.of("type", "turn-ledger", "turn", ledger.turn(),
                        "total_ms", ledger.total().toNanos() / 1e6, "speculated", ledger.speculated(), "parts", parts)),
                message("metrics", Map.of("ttfb", timesToFirstByte)));
    }

    private static String bare(String type) {
        return GSON.toJson(Map.of("label", "rtvi-ai", "type", type));
    }

    private static String message(String type, Object data) {
        return GSON.toJson(Map.of("label", "rtvi-ai", "type", type, "data", data));
    }

    private static String envelope(String type, String id, Object data) {
        return GSON.toJson(Map.of("label", "rtvi-ai", "type", type, "id", id, "data", data));
    }
}
