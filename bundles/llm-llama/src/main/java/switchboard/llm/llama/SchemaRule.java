package switchboard.llm.llama;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One JSON Schema as an expression of GBNF. Of what tools use it binds {@code type}, {@code properties}, {@code required},
 * {@code enum}, {@code items}, the lengths of strings and the number of an integer's digits. Stateless.
 *
 * <p>Our own, because the library's ends the JVM at a schema that it does not understand.
 */
final class SchemaRule {

    /** Every length is bounded: a small model that begins to repeat itself would never end. */
    private static final int LONGEST_STRING = 160;
    private static final int MOST_DIGITS = 9;
    private static final int MOST_ITEMS = 8;

    private SchemaRule() {
    }

    /** @throws RuntimeException if it is no schema */
    static String of(String schema) {
        return of(JsonParser.parseString(schema).getAsJsonObject());
    }

    /** A text as a terminal. */
    static String literal(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    private static String of(JsonObject schema) {
        if (schema.has("enum")) {
            return anyOf(schema.getAsJsonArray("enum").asList().stream().map(value -> literal(value.toString())));
        }
        JsonElement type = schema.get("type");
        if (type instanceof JsonArray types) {
            return anyOf(types.asList().stream().map(one -> ofType(one.getAsString(), schema)));
        }
        return ofType(type == null ? "object" : type.getAsString(), schema);
    }

    private static String ofType(String type, JsonObject schema) {
        return switch (type) {
            case "object" -> object(schema);
            case "array" -> array(schema);
            case "string" -> string(schema);
            case "integer" -> integer(schema);
            case "number" -> "(" + integer(schema) + " (\".\" [0-9]{1,4})?)";
            case "boolean" -> "(\"true\" | \"false\")";
            case "null" -> "\"null\"";
            default -> throw new IllegalArgumentException("unknown type: " + type);
        };
    }

    /** Required members first, then any of the others, in the schema's order. */
    private static String object(JsonObject schema) {
        Set<String> required = new HashSet<>();
        if (schema.has("required")) {
            schema.getAsJsonArray("required").forEach(name -> required.add(name.getAsString()));
        }
        List<String> always = new ArrayList<>();
        List<String> perhaps = new ArrayList<>();
        if (schema.has("properties")) {
            for (Map.Entry<String, JsonElement> property : schema.getAsJsonObject("properties").entrySet()) {
                String member = literal(new com.google.gson.JsonPrimitive(property.getKey()) + ": ") + " " + of(property.getValue().getAsJsonObject());
                (required.contains(property.getKey()) ? always : perhaps).add(member);
            }
        }
        String members = always.isEmpty() ? firstOf(perhaps) : String.join(" \", \" ", always) + following(perhaps);
        return "(\"{\" " + members + " \"}\")";
    }

    private static String following(List<String> perhaps) {
        return perhaps.stream().map(member -> " (\", \" " + member + ")?").collect(Collectors.joining());
    }

    /** None, or one without a comma before it and any of those after it. */
    private static String firstOf(List<String> perhaps) {
        if (perhaps.isEmpty()) {
            return "\"\"";
        }
        List<String> beginnings = new ArrayList<>();
        for (int i = 0; i < perhaps.size(); i++) {
            beginnings.add(perhaps.get(i) + following(perhaps.subList(i + 1, perhaps.size())));
        }
        return anyOf(beginnings.stream()) + "?";
    }

    private static String array(JsonObject schema) {
        String item = schema.has("items") ? of(schema.getAsJsonObject("items")) : string(new JsonObject());
        return "(\"[\" (" + item + " (\", \" " + item + "){0," + (MOST_ITEMS - 1) + "})? \"]\")";
    }

    private static String string(JsonObject schema) {
        int most = schema.has("maxLength") ? Math.min(schema.get("maxLength").getAsInt(), LONGEST_STRING) : LONGEST_STRING;
        int least = schema.has("minLength") ? Math.min(schema.get("minLength").getAsInt(), most) : 0;
        return "(\"\\\"\" [^\"\\\\\\x00-\\x1F\\x7F]{" + least + "," + most + "} \"\\\"\")";
    }

    private static String integer(JsonObject schema) {
        BigDecimal least = schema.has("minimum") ? schema.get("minimum").getAsBigDecimal() : null;
        int digits = schema.has("maximum") ? Math.min(digits(schema.get("maximum").getAsBigDecimal()), MOST_DIGITS) : MOST_DIGITS;
        String sign = least != null && least.signum() >= 0 ? "" : "\"-\"? ";
        String zero = least != null && least.signum() > 0 ? "" : "\"0\" | ";
        return "(" + sign + "(" + zero + "[1-9] [0-9]{0," + (digits - 1) + "}))";
    }

    private static int digits(BigDecimal limit) {
        return Math.max(1, limit.toBigInteger().abs().toString().length());
    }

    private static String anyOf(Stream<String> alternatives) {
        return alternatives.collect(Collectors.joining(" | ", "(", ")"));
    }
}
