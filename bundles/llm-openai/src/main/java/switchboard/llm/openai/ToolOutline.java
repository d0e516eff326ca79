package switchboard.llm.openai;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;

/**
 * What a model needs to know of a tool's arguments. Limits of length, and that there are no other arguments, are left out: the
 * endpoint reads them in every turn that may need a tool, and the assistant checks the arguments against the whole schema anyway.
 */
final class ToolOutline {

    private static final List<String> LENGTHS = List.of("minLength", "maxLength");
    private static final String OTHERS = "additionalProperties";

    private ToolOutline() {
    }

    /** @param schema JSON Schema of an object; is changed */
    static JsonObject of(JsonObject schema) {
        LENGTHS.forEach(schema::remove);
        if (schema.has(OTHERS) && schema.get(OTHERS).isJsonPrimitive()) {
            schema.remove(OTHERS);
        }
        if (schema.get("items") instanceof JsonObject items) {
            of(items);
        }
        if (schema.get("properties") instanceof JsonObject properties) {
            // An argument may itself be called "maxLength".
            for (Map.Entry<String, JsonElement> property : properties.entrySet()) {
                if (property.getValue() instanceof JsonObject described) {
                    of(described);
                }
            }
        }
        return schema;
    }
}
