package switchboard.signaling.rtvi;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.List;

/** What a client says over the data channel. */
public sealed interface ClientMessage {

    /** What a {@link SoundBegan} is called; it is answered by that name. */
    String SOUND_BEGAN = "sound-began";

    /** The client is still there. */
    record Ping() implements ClientMessage {}

    /** The client turned a track on or off; 0 is the microphone. */
    record TrackStatus(int track, boolean enabled) implements ClientMessage {}

    /** The client can take messages. */
    record Ready(String id, String version) implements ClientMessage {}

    /** The client hangs up. */
    record Disconnect() implements ClientMessage {}

    /** The caller typed. */
    record Text(String id, String content, boolean runImmediately, boolean spoken) implements ClientMessage {}

    /** A request that the client's page and the server agreed on. */
    record Request(String id, String type) implements ClientMessage {}

    /**
     * The client's microphone has noticed a sound.
     *
     * @param unheardMs how much of what is on its way it leaves out if the bot pauses, from 0 on
     */
    record SoundBegan(String id, int unheardMs) implements ClientMessage {}

    /** A message that nobody understands, or that is wrong. */
    record Unusable(String id, String reason) implements ClientMessage {}

    /** Reads a message; whatever it is, this does not throw. */
    static ClientMessage read(String text) {
        if (text.startsWith("ping:")) {
            return new Ping();
        }
        try {
            JsonObject message = JsonParser.parseString(text).getAsJsonObject();
            return "rtvi-ai".equals(string(message, "label", "")) ? readRtvi(message) : readSignalling(message);
        } catch (JsonParseException | IllegalStateException | UnsupportedOperationException | ClassCastException | NumberFormatException e) {
            return new Unusable("", "the message is not a JSON object of the expected form");
        }
    }

    private static ClientMessage readSignalling(JsonObject message) {
        JsonObject inner = object(message, "message");
        if ("trackStatus".equals(string(inner, "type", ""))) {
            return readTrackStatus(inner);
        }
        return new Unusable(string(message, "id", ""), "Unsupported signalling message");
    }

    /** Who does not say clearly that the microphone is on or off is told so: a guess would open an ear, or close one. */
    private static ClientMessage readTrackStatus(JsonObject status) {
        if (!isNumber(member(status, "receiver_index"))) {
            return new Unusable("", "'receiver_index' must be a number");
        }
        double index = member(status, "receiver_index").getAsDouble();
        if (index != (int) index) { // cut to 32 bits, 4294967296 would be the microphone
            return new Unusable("", "'receiver_index' must be a whole number");
        }
        if (!isFlag(member(status, "enabled"))) {
            return new Unusable("", "'enabled' must be true or false");
        }
        return new TrackStatus((int) index, member(status, "enabled").getAsBoolean());
    }

    private static ClientMessage readRtvi(JsonObject message) {
        String id = string(message, "id", "");
        String type = string(message, "type", "");
        JsonObject data = object(message, "data");
        return switch (type) {
            case "client-ready" -> new Ready(id, string(data, "version", ""));
            case "disconnect-bot" -> new Disconnect();
            case "client-message" -> readRequest(id, string(data, "t", ""), object(data, "d"));
            case "send-text" -> readText(id, data);
            default -> new Unusable(id, "Unsupported type " + (type.length() > 40 ? type.substring(0, 40) : type));
        };
    }

    private static ClientMessage readRequest(String id, String type, JsonObject data) {
        if (!SOUND_BEGAN.equals(type)) {
            return new Request(id, type);
        }
        JsonElement unheard = member(data, "unheard_ms");
        if (unheard.isJsonNull()) {
            return new SoundBegan(id, 0);
        }
        double ms = isNumber(unheard) ? unheard.getAsDouble() : -1;
        return ms >= 0 ? new SoundBegan(id, (int) Math.min(ms, Integer.MAX_VALUE)) : new Unusable(id, "'unheard_ms' must be a number from 0 on");
    }

    private static ClientMessage readText(String id, JsonObject data) {
        JsonElement content = member(data, "content");
        if (!content.isJsonPrimitive() || !content.getAsJsonPrimitive().isString()) {
            return new Unusable(id, "'content' must be a text");
        }
        JsonElement given = member(data, "options");
        if (!given.isJsonNull() && !given.isJsonObject()) {
            return new Unusable(id, "'options' must be an object");
        }
        JsonObject options = object(data, "options");
        for (String name : List.of("run_immediately", "audio_response")) {
            JsonElement option = member(options, name);
            if (!option.isJsonNull() && !isFlag(option)) {
                return new Unusable(id, "'%s' must be true or false".formatted(name));
            }
        }
        return new Text(id, content.getAsString(), flag(options, "run_immediately", true), flag(options, "audio_response", true));
    }

    private static JsonElement member(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value == null ? JsonNull.INSTANCE : value;
    }

    private static JsonObject object(JsonObject object, String name) {
        JsonElement value = member(object, name);
        return value.isJsonObject() ? value.getAsJsonObject() : new JsonObject();
    }

    private static String string(JsonObject object, String name, String otherwise) {
        JsonElement value = member(object, name);
        return value.isJsonPrimitive() ? value.getAsString() : otherwise;
    }

    /** Of one whose type was looked at before. */
    private static boolean flag(JsonObject object, String name, boolean otherwise) {
        JsonElement value = member(object, name);
        return isFlag(value) ? value.getAsBoolean() : otherwise;
    }

    private static boolean isFlag(JsonElement value) {
        return value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean();
    }

    private static boolean isNumber(JsonElement value) {
        return value.isJsonPrimitive() && value.getAsJsonPrimitive().isNumber();
    }
}
