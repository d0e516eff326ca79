package switchboard.assistant.tool;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;

/** Reads JSON as RFC 8259 has it; Gson by itself is more lenient. */
final class StrictJson {

    /** No tool needs more [characters]; what is longer is a model that ran wild. */
    private static final int LONGEST = 20_000;
    private static final Gson GSON = new Gson();

    private StrictJson() {
    }

    /** @throws IllegalArgumentException if it is no JSON, or too long */
    static JsonElement read(String json) {
        if (json.length() > LONGEST) {
            throw new IllegalArgumentException("longer than " + LONGEST + " characters");
        }
        try (JsonReader reader = new JsonReader(new StringReader(json))) {
            reader.setStrictness(Strictness.STRICT);
            JsonElement value = GSON.getAdapter(JsonElement.class).read(reader);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new IllegalArgumentException("more than one value");
            }
            return value;
        } catch (IOException | JsonParseException | IllegalStateException | NumberFormatException e) {
            throw new IllegalArgumentException("no JSON: " + e.getClass().getSimpleName(), e);
        }
    }
}
