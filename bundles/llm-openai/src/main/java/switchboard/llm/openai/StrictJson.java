package switchboard.llm.openai;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;

/** Reads JSON as RFC 8259 has it: what Gson reads leniently would become arguments that nobody wrote. */
final class StrictJson {

    private static final Gson GSON = new GsonBuilder().setStrictness(Strictness.STRICT).create();

    private StrictJson() {
    }

    /** @throws JsonParseException if it is no JSON object; its message may quote what was spoken: do not log it */
    static JsonObject object(String json) {
        JsonElement element = GSON.fromJson(json, JsonElement.class);
        if (element == null || !element.isJsonObject()) {
            throw new JsonParseException("no object");
        }
        return element.getAsJsonObject();
    }
}
