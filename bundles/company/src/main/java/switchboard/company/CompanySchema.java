package switchboard.company;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.Collection;

/**
 * The JSON Schema of {@link Keys}, from which editors complete and check.
 *
 * @see <a href="https://json-schema.org/draft/2020-12">JSON Schema, draft 2020-12</a>
 */
final class CompanySchema {

    static final String FILE = "company.schema.json";

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private CompanySchema() {}

    static String json() {
        JsonObject properties = new JsonObject();
        properties.add("$schema", described("string", "Where editors find this schema."));
        JsonArray required = new JsonArray();
        for (Key key : Keys.COMPANY.all()) {
            properties.add(key.id(), property(key));
            if (key.required()) {
                required.add(key.id());
            }
        }
        JsonObject schema = new JsonObject();
        schema.addProperty("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.addProperty("title", "A company of Switchboard");
        schema.addProperty("type", "object");
        schema.add("required", required);
        schema.addProperty("additionalProperties", false);
        schema.add("properties", properties);
        return GSON.toJson(schema) + "\n";
    }

    private static JsonObject property(Key key) {
        if (!key.list()) {
            JsonObject one = described(type(key), key.description());
            restrict(one, key);
            key.defaults().stream().findFirst().ifPresent(value -> one.add("default", value(key, value)));
            return one;
        }
        JsonObject entry = new JsonObject();
        entry.addProperty("type", type(key));
        restrict(entry, key);
        JsonObject list = described("array", key.description());
        list.add("items", entry);
        if (!key.defaults().isEmpty()) {
            list.add("default", values(key, key.defaults()));
        }
        return list;
    }

    private static void restrict(JsonObject schema, Key key) {
        key.min().ifPresent(min -> schema.add("minimum", number(min)));
        key.max().ifPresent(max -> schema.add("maximum", number(max)));
        if (key.type() == Key.Type.STRING) {
            schema.addProperty("maxLength", key.longest());
            schema.addProperty("pattern", key.pattern().map(pattern -> "^(?:" + pattern.pattern() + ")$").orElse("\\S"));
        }
        if (!key.examples().isEmpty()) {
            schema.add("examples", values(key, key.examples()));
        }
    }

    private static JsonObject described(String type, String description) {
        JsonObject schema = new JsonObject();
        schema.addProperty("type", type);
        schema.addProperty("description", description);
        return schema;
    }

    private static String type(Key key) {
        return switch (key.type()) {
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case INTEGER -> "integer";
            case DOUBLE -> "number";
        };
    }

    private static JsonArray values(Key key, Collection<String> texts) {
        JsonArray values = new JsonArray();
        texts.forEach(text -> values.add(value(key, text)));
        return values;
    }

    private static JsonElement value(Key key, String text) {
        return switch (key.type()) {
            case STRING -> new JsonPrimitive(text);
            case BOOLEAN -> new JsonPrimitive(Boolean.valueOf(text));
            case INTEGER, DOUBLE -> number(Double.parseDouble(text));
        };
    }

    private static JsonPrimitive number(double number) {
        return new JsonPrimitive(new BigDecimal(Key.plain(number)));
    }
}
