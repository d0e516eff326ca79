package switchboard.signaling.http;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import switchboard.signaling.http.Refusal.Reason;

/** A request's body: one JSON object of at most 64 KiB. Untrusted. */
public record JsonBody(JsonObject json) {

    /** @throws Refusal if it is no JSON object; an empty body counts as an empty object */
    static JsonBody of(byte[] body) throws Refusal {
        String text = new String(body, StandardCharsets.UTF_8);
        if (text.isBlank()) {
            return new JsonBody(new JsonObject());
        }
        try {
            JsonElement json = JsonParser.parseString(text);
            if (json.isJsonObject()) {
                return new JsonBody(json.getAsJsonObject());
            }
            throw Refusal.of(Reason.MALFORMED, "the body is not a JSON object");
        } catch (JsonParseException e) {
            throw Refusal.of(Reason.MALFORMED, "the body is not JSON: " + firstLine(e.getMessage()));
        }
    }

    /** A text member, if it is there; null counts as absent. */
    public Optional<String> text(String name) throws Refusal {
        JsonElement value = json.get(name);
        if (value == null || value.isJsonNull()) {
            return Optional.empty();
        }
        if (!value.isJsonPrimitive()) {
            throw Refusal.of(Reason.MALFORMED, "'" + name + "' must be a text");
        }
        return Optional.of(value.getAsString());
    }

    /** A text member. */
    public String requiredText(String name) throws Refusal {
        return text(name).filter(value -> !value.isBlank()).orElseThrow(() -> Refusal.of(Reason.MALFORMED, "'" + name + "' is missing"));
    }

    /** A whole number, if it is there. */
    public Optional<Integer> integer(String name) throws Refusal {
        Optional<String> number = text(name);
        try {
            return number.map(Integer::valueOf);
        } catch (NumberFormatException e) {
            throw Refusal.of(Reason.MALFORMED, "'" + name + "' must be a whole number");
        }
    }

    public boolean flag(String name) {
        JsonElement value = json.get(name);
        return value != null && value.isJsonPrimitive() && value.getAsBoolean();
    }

    /** A member that is itself an object; an empty one if it is absent. */
    public JsonBody object(String name) throws Refusal {
        JsonElement value = json.get(name);
        if (value == null || value.isJsonNull()) {
            return new JsonBody(new JsonObject());
        }
        if (!value.isJsonObject()) {
            throw Refusal.of(Reason.MALFORMED, "'" + name + "' must be an object");
        }
        return new JsonBody(value.getAsJsonObject());
    }

    /** The parser's words, without the name of what it threw. */
    private static String firstLine(String message) {
        return message.lines().findFirst().orElse("").replaceFirst("^[\\w.]+Exception: ", "");
    }
}
