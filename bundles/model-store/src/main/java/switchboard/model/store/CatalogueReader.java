package switchboard.model.store;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.Reader;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import switchboard.model.store.Catalogue.Model;
import switchboard.model.store.Catalogue.Source;
import switchboard.model.store.Catalogue.Weights;

/**
 * Reads models.json. By hand, because it is the first that every start waits for: what Gson prepares to do it by reflection takes longer
 * than all the rest of the store.
 */
final class CatalogueReader {

    private CatalogueReader() {
    }

    /** @throws JsonParseException if it is not JSON, or something is missing */
    static Catalogue read(Reader json) {
        return new Catalogue(all(JsonParser.parseReader(json).getAsJsonObject(), "models", CatalogueReader::model));
    }

    private static Model model(JsonObject json) {
        return new Model(text(json, "name"), text(json, "version"), text(json, "licence"),
                json.has("optional") && json.get("optional").getAsBoolean(), all(json, "files", CatalogueReader::weights));
    }

    private static Weights weights(JsonObject json) {
        return new Weights(text(json, "name"), required(json, "size").getAsLong(), text(json, "sha256"), all(json, "sources", CatalogueReader::source));
    }

    private static Source source(JsonObject json) {
        return new Source(text(json, "kind"), elements(json, "from").map(JsonElement::getAsString).toList(), optional(json, "member"),
                optional(json, "platform"), json.has("inputs") ? all(json, "inputs", CatalogueReader::weights) : List.of());
    }

    private static <T> List<T> all(JsonObject json, String name, Function<JsonObject, T> reading) {
        return elements(json, name).map(element -> reading.apply(element.getAsJsonObject())).toList();
    }

    private static Stream<JsonElement> elements(JsonObject json, String name) {
        return StreamSupport.stream(required(json, name).getAsJsonArray().spliterator(), false);
    }

    private static String text(JsonObject json, String name) {
        return required(json, name).getAsString();
    }

    private static String optional(JsonObject json, String name) {
        return json.has(name) ? text(json, name) : "";
    }

    private static JsonElement required(JsonObject json, String name) {
        if (!json.has(name)) {
            throw new JsonParseException("models.json: '%s' is missing in %s".formatted(name, json));
        }
        return json.get(name);
    }
}
