package switchboard.llm.receptionist.booking;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.tool.ToolDescription;

/** The booking tools that may be used, with the properties of their arguments. Immutable. */
final class Offered {

    private static final Logger log = LoggerFactory.getLogger(Offered.class);

    /** What hotels, stations and stages are asked for. */
    private static final Pattern OTHER_THINGS = Pattern.compile("\\b(?:book|reserve|need|want|like|looking for|have) (?:(?:to|you|a|an|the|some|two|one|me|us|book|reserve|got|free|your|tickets?) ){0,4}(?:(?:double|single|twin|family|hotel|guest|cheap|nice) )*(?:rooms?|suites?|tickets?|taxi|cab)\\b(?! (?:table|service))");

    private final Map<Intent, JsonObject> properties = new HashMap<>();
    private final Map<Intent, Set<String>> required = new HashMap<>();

    Offered(List<ToolDescription> tools) {
        for (ToolDescription tool : tools) {
            Stream.of(Intent.values()).filter(intent -> intent.tool().equals(tool.name())).forEach(intent -> add(intent, tool));
        }
    }

    boolean isEmpty() {
        return properties.isEmpty();
    }

    boolean has(Intent intent) {
        return properties.containsKey(intent);
    }

    boolean takes(Intent intent, String property) {
        return has(intent) && properties.get(intent).has(property);
    }

    /** The kinds that a tool knows, if its schema lists them. */
    List<String> kinds(Intent intent) {
        return choices(intent, "kind");
    }

    /** Who can be booked by name, if the schema lists them. */
    List<String> staff() {
        return choices(Intent.BOOK, "with");
    }

    private List<String> choices(Intent intent, String property) {
        if (!takes(intent, property) || !(properties.get(intent).get(property) instanceof JsonObject described) || !described.has("enum")) {
            return List.of();
        }
        return described.getAsJsonArray("enum").asList().stream().map(JsonElement::getAsString).toList();
    }

    /** What is wished, if a tool does that; whether something is free is asked as a booking where nothing looks that up. */
    Optional<Intent> wish(String words) {
        return IntentWords.in(words, kinds(Intent.BOOK)).map(wish -> wish == Intent.FREE && !has(Intent.FREE) ? Intent.BOOK : wish).filter(this::has);
    }

    /** Whether a booking is to be moved or cancelled and this company leaves that to people, or something is to be booked that is none of its kinds. */
    boolean lacks(Heard turn) {
        String words = turn.said();
        String plain = Speech.plain(words);
        return has(Intent.BOOK) && !Cue.ABOUT.isIn(plain) && (wantsOtherThings(plain)
                || IntentWords.in(words, kinds(Intent.BOOK)).or(turn::wish).filter(wish -> (wish == Intent.MOVE || wish == Intent.CANCEL) && !has(wish)).isPresent());
    }

    /** "A double room for two nights", where only tables are booked. */
    private boolean wantsOtherThings(String plain) {
        return OTHER_THINGS.matcher(plain).find() && kinds(Intent.BOOK).stream().noneMatch(kind -> kind.toLowerCase(Locale.ROOT).matches(".*(?:room|night|stay|ticket).*"));
    }

    /** Whether a tool must be told how many come, as far as its schema says. */
    boolean needsParty(Intent intent) {
        return !required.containsKey(intent) || required.get(intent).contains("party");
    }

    private void add(Intent intent, ToolDescription tool) {
        try {
            JsonObject schema = JsonParser.parseString(tool.parameters()).getAsJsonObject();
            properties.put(intent, schema.getAsJsonObject("properties"));
            if (schema.has("required")) {
                required.put(intent, schema.getAsJsonArray("required").asList().stream().map(JsonElement::getAsString).collect(Collectors.toSet()));
            }
        } catch (JsonParseException | IllegalStateException | ClassCastException e) {
            log.warn("tool={} event=not-used reason={}", tool.name(), e.getMessage());
        }
        properties.values().removeIf(java.util.Objects::isNull);
    }
}
