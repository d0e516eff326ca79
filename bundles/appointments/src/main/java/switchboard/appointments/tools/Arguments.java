package switchboard.appointments.tools;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** A call's arguments, which fit the schema. Immutable. */
record Arguments(JsonObject json) {

    static Arguments of(String json) {
        return new Arguments(JsonParser.parseString(json).getAsJsonObject());
    }

    /** A text that is not blank, on one line. */
    Optional<String> text(String name) {
        return Optional.ofNullable(json.get(name)).filter(JsonElement::isJsonPrimitive).map(value -> value.getAsString().replaceAll("\\p{Cntrl}", " ").strip())
                .filter(text -> !text.isEmpty());
    }

    boolean hasAny(String... names) {
        return Stream.of(names).anyMatch(json::has);
    }

    OptionalInt number(String name) {
        JsonElement value = json.get(name);
        return value == null ? OptionalInt.empty() : OptionalInt.of(value.getAsInt());
    }
}
