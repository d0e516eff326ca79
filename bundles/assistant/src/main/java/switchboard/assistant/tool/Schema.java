package switchboard.assistant.tool;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The part of JSON Schema (draft 2020-12) that tools use: {@code type}, {@code properties}, {@code required},
 * {@code additionalProperties} (a boolean), {@code enum}, {@code minimum}, {@code maximum}, {@code minLength},
 * {@code maxLength}, {@code pattern} and {@code items}. A schema that says more is refused, because a keyword that is read
 * over would admit what it forbids. Immutable.
 */
public final class Schema {

    /** Keywords that describe and forbid nothing; {@code format} too is an annotation in this draft (validation, 7.2.1). */
    private static final Set<String> ANNOTATIONS =
            Set.of("$schema", "$id", "$comment", "title", "description", "default", "examples", "format", "deprecated");

    private final List<Rule> rules;
    private final Map<String, Schema> properties;
    private final Set<String> required;
    private final boolean additionalProperties;
    private final Optional<Schema> items;

    private Schema(JsonObject schema) {
        rules = schema.entrySet().stream()
                .filter(entry -> !ANNOTATIONS.contains(entry.getKey()))
                .flatMap(entry -> Rule.of(entry.getKey(), entry.getValue()).stream()).toList();
        properties = schema.has("properties")
                ? schema.getAsJsonObject("properties").entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> nested(entry.getValue())))
                : Map.of();
        required = schema.has("required")
                ? schema.getAsJsonArray("required").asList().stream().map(JsonElement::getAsString).collect(Collectors.toUnmodifiableSet())
                : Set.of();
        additionalProperties = !schema.has("additionalProperties") || schema.get("additionalProperties").getAsBoolean();
        items = Optional.ofNullable(schema.get("items")).map(Schema::nested);
    }

    /**
     * Reads a schema.
     *
     * @throws IllegalArgumentException if it is no JSON, or uses what is not supported; the message names the keyword
     */
    public static Schema of(String json) {
        try {
            return nested(StrictJson.read(json));
        } catch (IllegalStateException | UnsupportedOperationException | ClassCastException | NumberFormatException e) {
            throw new IllegalArgumentException("malformed schema: " + e.getMessage(), e);
        }
    }

    private static Schema nested(JsonElement schema) {
        if (!schema.isJsonObject()) {
            throw new IllegalArgumentException("a schema must be an object: " + schema);
        }
        return new Schema(schema.getAsJsonObject());
    }

    /** Why a value does not fit, each with its place; empty if it fits. Values are not repeated: they are the caller's words. */
    public List<String> problems(JsonElement value) {
        List<String> problems = new ArrayList<>();
        check(value, "", problems);
        return problems;
    }

    private void check(JsonElement value, String place, List<String> problems) {
        String where = place.isEmpty() ? "the arguments" : place;
        rules.stream().filter(rule -> !rule.fits(value)).forEach(rule -> problems.add(where + " must " + rule.demand()));
        if (value.isJsonObject()) {
            checkProperties(value.getAsJsonObject(), place, problems);
        }
        if (value.isJsonArray() && items.isPresent()) {
            for (int i = 0; i < value.getAsJsonArray().size(); i++) {
                items.get().check(value.getAsJsonArray().get(i), where + "[" + i + "]", problems);
            }
        }
    }

    private void checkProperties(JsonObject value, String place, List<String> problems) {
        required.stream().filter(name -> !value.has(name)).sorted().forEach(name -> problems.add(name + " is missing"));
        value.entrySet().forEach(entry -> {
            Schema property = properties.get(entry.getKey());
            String name = place.isEmpty() ? entry.getKey() : place + "." + entry.getKey();
            if (property != null) {
                property.check(entry.getValue(), name, problems);
            } else if (!additionalProperties) {
                problems.add(name + " is not known");
            }
        });
    }
}
