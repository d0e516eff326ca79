package switchboard.assistant.tool;

import com.google.gson.JsonElement;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One keyword of a schema that concerns a value itself. As the draft has it, a keyword says nothing of values of another
 * type than its own.
 *
 * @param demand completes "the value must"
 */
record Rule(String demand, Predicate<JsonElement> test) {

    private static final Set<String> STRUCTURE = Set.of("properties", "required", "additionalProperties", "items");

    boolean fits(JsonElement value) {
        return test.test(value);
    }

    /** Empty for a keyword of the structure, which the schema checks itself. */
    static Optional<Rule> of(String keyword, JsonElement argument) {
        return STRUCTURE.contains(keyword) ? Optional.empty() : Optional.of(rule(keyword, argument));
    }

    private static Rule rule(String keyword, JsonElement argument) {
        return switch (keyword) {
            case "type" -> type(argument);
            case "enum" -> new Rule("be one of " + argument, argument.getAsJsonArray().asList()::contains);
            case "minimum" -> number("be at least " + argument, argument, comparison -> comparison >= 0);
            case "maximum" -> number("be at most " + argument, argument, comparison -> comparison <= 0);
            case "minLength" -> length("have at least " + argument + " characters", length -> length >= argument.getAsInt());
            case "maxLength" -> length("have at most " + argument + " characters", length -> length <= argument.getAsInt());
            case "pattern" -> pattern(argument.getAsString());
            default -> throw new IllegalArgumentException("unsupported keyword: " + keyword);
        };
    }

    private static Rule type(JsonElement argument) {
        List<String> types = argument.isJsonArray()
                ? argument.getAsJsonArray().asList().stream().map(JsonElement::getAsString).toList() : List.of(argument.getAsString());
        types.forEach(Rule::requireType);
        return new Rule("be of type " + String.join(" or ", types), value -> types.stream().anyMatch(type -> isOf(type, value)));
    }

    private static void requireType(String type) {
        if (!Set.of("object", "array", "string", "integer", "number", "boolean", "null").contains(type)) {
            throw new IllegalArgumentException("unknown type: " + type);
        }
    }

    private static boolean isOf(String type, JsonElement value) {
        return switch (type) {
            case "object" -> value.isJsonObject();
            case "array" -> value.isJsonArray();
            case "null" -> value.isJsonNull();
            case "string" -> isString(value);
            case "boolean" -> value.isJsonPrimitive() && value.getAsJsonPrimitive().isBoolean();
            case "number" -> isNumber(value);
            // 4.0 is an integer too (core, 6.1).
            default -> isNumber(value) && value.getAsBigDecimal().stripTrailingZeros().scale() <= 0;
        };
    }

    private static Rule number(String demand, JsonElement limit, Predicate<Integer> comparison) {
        BigDecimal bound = limit.getAsBigDecimal();
        return new Rule(demand, value -> !isNumber(value) || comparison.test(value.getAsBigDecimal().compareTo(bound)));
    }

    private static Rule length(String demand, Predicate<Integer> test) {
        return new Rule(demand, value -> !isString(value) || test.test(value.getAsString().codePointCount(0, value.getAsString().length())));
    }

    private static Rule pattern(String regex) {
        Pattern pattern = Pattern.compile(regex);
        return new Rule("match " + regex, value -> !isString(value) || pattern.matcher(value.getAsString()).find());
    }

    private static boolean isString(JsonElement value) {
        return value.isJsonPrimitive() && value.getAsJsonPrimitive().isString();
    }

    private static boolean isNumber(JsonElement value) {
        if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isNumber()) {
            return false;
        }
        try {
            // Gson reads a number only now, and not one with a huge exponent.
            value.getAsBigDecimal();
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
