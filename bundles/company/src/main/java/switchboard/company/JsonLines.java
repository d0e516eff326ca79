package switchboard.company;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** On which line each key of a JSON object stands, and which of them hold objects. The text may have comments. Immutable. */
final class JsonLines {

    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, Integer> twice = new TreeMap<>();
    private final Set<String> nested = new HashSet<>();
    private int deepest;
    private Optional<Unclosed> unclosed = Optional.empty();

    /**
     * What begins and never ends.
     *
     * @param what to follow "within"
     * @param line where it begins
     */
    record Unclosed(String what, int line) {}

    /** @param json need not be valid; what cannot be understood has no line */
    JsonLines(String json) {
        int depth = 0;
        int line = 1;
        String key = "";
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            int end = i;
            if (c == '"') {
                end = endOfText(json, i);
                if (end >= json.length() && json.indexOf('\n', i) < 0) {
                    unclosed = Optional.of(new Unclosed("quotation marks", line));
                }
                if (depth == 1 && isKey(json, end + 1)) {
                    key = name(json.substring(i + 1, Math.min(end, json.length())));
                    if (lines.putIfAbsent(key, line) != null) {
                        twice.put(key, line);
                    }
                }
            } else if (json.startsWith("//", i)) {
                end = json.indexOf('\n', i) - 1;
            } else if (json.startsWith("/*", i)) {
                end = json.indexOf("*/", i + 2) + 1;
                if (end == 0) {
                    unclosed = Optional.of(new Unclosed("a comment that needs */ at its end", line));
                }
            } else if (c == '{' || c == '[') {
                if (depth > 0 && c == '{') {
                    nested.add(key);
                }
                depth++;
                deepest = Math.max(deepest, depth);
            } else if (c == '}' || c == ']') {
                depth--;
            }
            if (end < i) {
                return;
            }
            line += (int) json.substring(i, Math.min(end + 1, json.length())).chars().filter(letter -> letter == '\n').count();
            i = end;
        }
    }

    Optional<Integer> of(String key) {
        return Optional.ofNullable(lines.get(key));
    }

    /** Keys that stand there more than once, with the last line; the parser would take one without a word. */
    Map<String, Integer> twice() {
        return Map.copyOf(twice);
    }

    /** A comment without an end, or a text that the end of the file cuts off on its only line. */
    Optional<Unclosed> unclosed() {
        return unclosed;
    }

    /** How many objects and arrays are in one another. */
    int deepest() {
        return deepest;
    }

    /** Keys whose value is an object, or has one in it. */
    Set<String> nested() {
        return Set.copyOf(nested);
    }

    private static boolean isKey(String json, int afterText) {
        int i = afterText;
        while (i < json.length() && Character.isWhitespace(json.charAt(i))) {
            i++;
        }
        return json.startsWith(":", i);
    }

    /** A key may say its type: {@code calls.max:Integer}. */
    static String name(String key) {
        int colon = key.indexOf(':', 1);
        return colon < 0 ? key : key.substring(0, colon);
    }

    private static int endOfText(String json, int start) {
        int i = start + 1;
        while (i < json.length() && json.charAt(i) != '"') {
            i += json.charAt(i) == '\\' ? 2 : 1;
        }
        return i;
    }
}
