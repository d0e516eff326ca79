package switchboard.llm.openai;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Holds back what a model writes into its answer instead of asking for a tool properly: a JSON object, bare, in a fence, or in
 * the tags of its template. Such text is never spoken, and neither is what follows it: the model has not seen the tool's
 * output yet, whatever it claims. Confined to one thread at a time.
 */
final class WrittenCalls {

    /** Bounded everywhere: as long as a beginning may still become one, the words after it wait. */
    private static final Pattern BEGINNING = Pattern.compile(
            "(?:```\\w{0,20}\\s{0,20}|<\\|?\\w{1,20}\\|?>\\s{0,20}|\\[TOOL_CALLS]\\s{0,20}){0,3}\\[?\\s{0,20}\\{\\{?\\s{0,20}\"");

    private static final String FIRST_CHARACTERS = "`<[{";
    private static final Pattern WRAPPING = Pattern.compile("```(?:json)?|</?\\|?\\w{1,20}\\|?>|\\[TOOL_CALLS]");

    private final StringBuilder held = new StringBuilder();
    private boolean found;

    /**
     * What was held back.
     *
     * @param wishes the tools asked for, offered or not
     * @param text   the rest; to be spoken only if no tool is used
     */
    record Rest(List<Wish> wishes, String text) {}

    /** Takes the next piece of the answer, and returns what can be spoken now; may be empty. */
    String pass(String piece) {
        held.append(piece);
        if (found) {
            return "";
        }
        int free = beginning();
        String spoken = held.substring(0, free);
        held.delete(0, free);
        return spoken;
    }

    /**
     * The answer has ended.
     *
     * @throws JsonParseException if JSON is broken off or malformed; its message may quote the answer: do not log it
     */
    Rest end() {
        if (!found) {
            return new Rest(List.of(), held.toString());
        }
        WrittenObjects written = WrittenObjects.in(held.toString());
        List<Wish> wishes = new ArrayList<>();
        written.objects().forEach(object -> wishes.add(wish(object)));
        String around = WRAPPING.matcher(written.around()).replaceAll(" ").strip();
        return new Rest(wishes, around.chars().anyMatch(Character::isLetterOrDigit) ? around : "");
    }

    /** Where a call begins, or may turn out to begin; the end of the text if nowhere. */
    private int beginning() {
        Matcher matcher = BEGINNING.matcher(held);
        for (int i = 0; i < held.length(); i++) {
            if (FIRST_CHARACTERS.indexOf(held.charAt(i)) >= 0) {
                found = matcher.region(i, held.length()).lookingAt();
                if (found || matcher.hitEnd()) {
                    return i;
                }
            }
        }
        return held.length();
    }

    /** An object without a name is a wish for a tool without a name, which nobody offers. */
    private static Wish wish(JsonObject object) {
        JsonObject call = member(object, "function").filter(JsonElement::isJsonObject).map(JsonElement::getAsJsonObject).orElse(object);
        String name = member(call, "name").or(() -> member(call, "function")).map(WrittenCalls::text).orElse("");
        // Llama's templates say parameters.
        String arguments = member(call, "arguments").or(() -> member(call, "parameters")).map(WrittenCalls::text).orElse("");
        return new Wish("", name, arguments);
    }

    private static Optional<JsonElement> member(JsonObject object, String name) {
        return Optional.ofNullable(object.get(name)).filter(member -> !member.isJsonNull());
    }

    private static String text(JsonElement element) {
        return element.isJsonPrimitive() ? element.getAsString() : element.toString();
    }
}
