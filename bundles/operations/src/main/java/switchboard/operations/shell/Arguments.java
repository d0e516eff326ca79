package switchboard.operations.shell;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What follows a command's name: words, options with a value ({@code --company acme} or {@code --company=acme}), and
 * {@code --json}, which every command takes. Immutable.
 */
final class Arguments {

    private static final String JSON = "--json";
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final List<String> words = new ArrayList<>();
    private final Map<String, String> options = new HashMap<>();
    private boolean json;

    private Arguments() {}

    /**
     * Reads a command line.
     *
     * @param allowed names of the options that take a value, with their dashes
     * @throws IllegalArgumentException if there is another option, one twice, or one without its value
     */
    static Arguments read(Set<String> allowed, String... line) {
        Arguments read = new Arguments();
        for (int i = 0; i < line.length; i++) {
            String word = line[i];
            int equals = word.indexOf('=');
            String name = equals > 0 ? word.substring(0, equals) : word;
            if (word.equals(JSON)) {
                read.json = true;
            } else if (allowed.contains(name)) {
                if (equals < 0 && ++i == line.length) {
                    throw new IllegalArgumentException("option '%s' needs a value".formatted(name));
                }
                if (read.options.put(name, equals < 0 ? line[i] : word.substring(equals + 1)) != null) {
                    throw new IllegalArgumentException("option '%s' is given twice".formatted(name));
                }
            } else if (word.startsWith("--")) {
                Set<String> known = new TreeSet<>(allowed);
                known.add(JSON);
                throw new IllegalArgumentException("unknown option '%s'; allowed: %s".formatted(name, String.join(", ", known)));
            } else {
                read.words.add(word);
            }
        }
        return read;
    }

    /** Of a command that takes nothing but {@code --json}. */
    static Arguments none(String... line) {
        Arguments read = read(Set.of(), line);
        if (!read.words.isEmpty()) {
            throw new IllegalArgumentException("unexpected '%s'".formatted(read.words.get(0)));
        }
        return read;
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    String required(String name) {
        return option(name).filter(value -> !value.isBlank()).orElseThrow(() -> new IllegalArgumentException("%s is missing".formatted(name)));
    }

    /**
     * All words as one text, quoted or not.
     *
     * @param what it is, for the error if there is none
     */
    String text(String what) {
        String text = String.join(" ", words).strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("%s is missing".formatted(what));
        }
        return text;
    }

    /** The answer for programs, or for people. */
    String answer(Object forPrograms, String forPeople) {
        return json ? GSON.toJson(forPrograms) : forPeople;
    }
}
