package switchboard.appointments.tools;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.time.Duration;
import java.util.Collection;
import switchboard.api.company.BookingRules;
import switchboard.api.tool.ToolDescription;
import switchboard.appointments.speech.Name;

/** The arguments of the tools, each described once. */
final class Schema {

    static final String WHEN = """
            "%s": {"type": "string", "minLength": 1, "maxLength": 120, "description": "%s, as 2026-12-03T20:00 or in the caller's words"}""";
    static final String NAME = """
            "name": {"type": "string", "minLength": 1, "maxLength": 80}""";
    static final String PHONE = """
            "phone": {"type": "string", "minLength": 1, "maxLength": 40, "description": "in digits"}""";
    static final String PARTY = """
            "party": {"type": "integer", "minimum": 1, "maximum": 500, "description": "how many people"}""";
    static final String KIND = """
            "kind": {"type": "string", "minLength": 1, "maxLength": 80, "description": "what for, if there is a choice"}""";
    static final String WITH = """
            "with": {"type": "string", "minLength": 1, "maxLength": 200, "description": "only if the caller asks for one"}""";
    static final String NOTE = """
            "note": {"type": "string", "minLength": 1, "maxLength": 300, "description": "a wish that staff should know of, in the caller's words; not promised"}""";

    private static final Duration TIMEOUT = Duration.ofSeconds(6);

    private Schema() {
    }

    static ToolDescription tool(String name, String description, boolean sideEffect, String required, String... properties) {
        String parameters = "{\"type\": \"object\", \"properties\": {" + String.join(", ", properties) + "}, \"required\": [" + required
                + "], \"additionalProperties\": false}";
        return new ToolDescription(name, description, parameters, sideEffect, TIMEOUT);
    }

    /** The same for one company: its kinds and those who are asked for by name are listed, and nobody is asked how many come to a chair for one. */
    static ToolDescription of(ToolDescription tool, BookingRules rules) {
        JsonObject parameters = JsonParser.parseString(tool.parameters()).getAsJsonObject();
        JsonObject properties = parameters.getAsJsonObject("properties");
        list(properties, "kind", rules.durations().keySet());
        list(properties, "with", Name.choices(rules).stream().map(Name::text).toList());
        if (rules.resources().stream().allMatch(resource -> resource.capacity() == 1)) {
            parameters.getAsJsonArray("required").remove(new JsonPrimitive("party"));
        }
        return new ToolDescription(tool.name(), tool.description(), parameters.toString(), tool.sideEffect(), tool.timeout());
    }

    /** A property is one of these; it is none where there is nothing to choose. */
    private static void list(JsonObject properties, String property, Collection<String> values) {
        if (values.isEmpty()) {
            properties.remove(property);
        } else if (properties.has(property)) {
            JsonArray list = new JsonArray();
            values.forEach(list::add);
            properties.getAsJsonObject(property).add("enum", list);
        }
    }
}
