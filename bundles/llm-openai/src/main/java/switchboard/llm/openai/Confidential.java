package switchboard.llm.openai;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Message;

/**
 * Decides which words of a server may be repeated in a reason. Servers quote: their messages may hold the caller's words, or
 * the key. Immutable.
 */
final class Confidential {

    private static final int MOST_CHARACTERS = 200;
    private static final int TELLING_WORDS = 3;
    private static final Pattern MASKED_KEY = Pattern.compile("\\S*\\*{2,}\\S*");
    private static final String WITHHELD = "its message is withheld, since it quotes the request";

    private final Set<String> spoken = new HashSet<>();
    private final Optional<String> authorization;

    Confidential(ChatRequest request, Optional<String> authorization) {
        this.authorization = authorization;
        request.conversation().stream().map(message -> message instanceof Message.ToolUse use ? use.arguments() : message.text())
                .forEach(text -> spoken.addAll(runs(text)));
    }

    /** What a server says in the body of an error: its message alone, shortened; empty if it has none. */
    String message(String body) {
        try {
            return message(JsonParser.parseString(body));
        } catch (JsonParseException | IllegalStateException e) {
            return "";      // An HTML page of some proxy: nothing an operator would want to read.
        }
    }

    /** Looks for the message where OpenAI, vLLM, Ollama and FastAPI put it. */
    String message(JsonElement error) {
        if (error.isJsonPrimitive()) {
            return shown(error.getAsString());
        }
        if (error.isJsonObject()) {
            for (String name : List.of("error", "message", "detail")) {
                JsonElement inner = error.getAsJsonObject().get(name);
                if (inner != null && !inner.isJsonNull()) {
                    return message(inner);
                }
            }
        }
        return "";
    }

    /** A text in one line of at most 200 characters, or that it is withheld. */
    String shown(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        boolean quotes = spoken.stream().anyMatch(inRow(words(line))::contains);
        boolean key = authorization.map(value -> value.substring("Bearer ".length())).filter(line::contains).isPresent();
        if (quotes || key) {
            return WITHHELD;
        }
        line = MASKED_KEY.matcher(line).replaceAll("…");
        return line.length() <= MOST_CHARACTERS ? line : line.substring(0, MOST_CHARACTERS) + "…";
    }

    /** Every three words in a row; the whole of a text that has fewer. */
    private static Set<String> runs(String text) {
        List<String> words = words(text);
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + TELLING_WORDS <= words.size(); i++) {
            runs.add(inRow(words.subList(i, i + TELLING_WORDS)));
        }
        if (!words.isEmpty() && words.size() < TELLING_WORDS) {
            runs.add(inRow(words));
        }
        return runs;
    }

    private static List<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty()).toList();
    }

    private static String inRow(List<String> words) {
        return " " + String.join(" ", words) + " ";
    }
}
