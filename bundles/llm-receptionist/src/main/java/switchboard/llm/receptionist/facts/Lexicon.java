package switchboard.llm.receptionist.facts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the words of a language mean between a caller and a business, read from {@code words.<language>.txt}: which say nothing,
 * which say little, which say the same, and by which one tells what kind of thing is asked for. Immutable.
 */
final class Lexicon {

    private static final Map<String, Lexicon> LANGUAGES = Map.of("en", new Lexicon("en"), "de", new Lexicon("de"), "es", new Lexicon("es"));

    private final String language;
    private final Set<String> empty = new HashSet<>();
    private final Set<String> weak = new HashSet<>();
    private final Map<String, Set<Integer>> groups = new HashMap<>();
    private final Map<Pattern, String> phrases = new LinkedHashMap<>();
    private final Map<String, Pattern> patterns = new HashMap<>();
    private final Map<Kind, Pattern> asking = new EnumMap<>(Kind.class);
    private final Map<Kind, Pattern> telling = new EnumMap<>(Kind.class);

    private Lexicon(String language) {
        this.language = language;
        String name = "words." + language + ".txt";
        try (InputStream file = Lexicon.class.getResourceAsStream(name)) {
            new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(this::read);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /** Of a language that is not known: English, since numbers and names are the same. */
    static Lexicon of(String language) {
        return LANGUAGES.getOrDefault(language, LANGUAGES.get("en"));
    }

    String language() {
        return language;
    }

    Locale locale() {
        return Locale.forLanguageTag(language);
    }

    private void read(String line) {
        int equals = line.indexOf(" = ");
        if (line.startsWith("empty: ")) {
            addAll(empty, line);
        } else if (line.startsWith("weak: ")) {
            addAll(weak, line);
        } else if (line.matches("[A-Z_]+ [?!] .*")) {
            String[] parts = line.split(" ", 3);
            (parts[1].equals("?") ? asking : telling).put(Kind.valueOf(parts[0]), Pattern.compile(parts[2], Pattern.UNICODE_CHARACTER_CLASS));
        } else if (line.matches("[a-z]+: .*")) {
            String[] parts = line.split(": ", 2);
            patterns.put(parts[0], Pattern.compile(parts[1], Pattern.UNICODE_CHARACTER_CLASS));
        } else if (equals > 0) {
            phrases.put(Pattern.compile("(?<!\\p{L})(?:" + line.substring(0, equals) + ")(?!\\p{L})"), " " + line.substring(equals + 3) + " ");
        } else {
            int group = groups.size();
            Arrays.stream(line.split(" ")).map(this::stem).forEach(word -> groups.computeIfAbsent(word, key -> new HashSet<>()).add(group));
        }
    }

    private void addAll(Set<String> words, String line) {
        for (String word : line.substring(line.indexOf(' ') + 1).split(" ")) {
            words.add(word);
            words.add(stem(word));
        }
    }

    /** The words that say something, stemmed, in their order; phrases are replaced by what they mean. */
    Set<String> content(String text) {
        String plain = plain(text);
        for (Map.Entry<Pattern, String> phrase : phrases.entrySet()) {
            plain = phrase.getKey().matcher(plain).replaceAll(phrase.getValue());
        }
        Set<String> content = new LinkedHashSet<>();
        for (String word : plain.split("[^\\p{L}\\p{N}']+")) {
            String bare = word.replaceAll("'s?$|^'", "").replaceAll("'.*", "");
            String stem = stem(bare);
            if (!bare.isEmpty() && !empty.contains(word) && !empty.contains(bare) && !empty.contains(stem)) {
                content.add(stem);
            }
        }
        return content;
    }

    static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('’', '\'').strip();
    }

    /** A pattern by its name, such as {@code hours}: a language without it never matches. */
    boolean says(String pattern, String plain) {
        return patterns.containsKey(pattern) && patterns.get(pattern).matcher(plain).find();
    }

    /** Splits a text by a pattern. */
    List<String> split(String pattern, String text) {
        return List.of(patterns.get(pattern).split(text));
    }

    /** What kinds of things a question wants. */
    Set<Kind> wanted(String question) {
        return matching(asking, plain(question));
    }

    /** What kinds of things a passage tells. */
    Set<Kind> told(String passage) {
        return matching(telling, passage);
    }

    private static Set<Kind> matching(Map<Kind, Pattern> patterns, String text) {
        return patterns.entrySet().stream().filter(entry -> entry.getValue().matcher(text).find()).map(Map.Entry::getKey)
                .collect(Collectors.toCollection(() -> java.util.EnumSet.noneOf(Kind.class)));
    }

    /** Whether a word, or one that means the same, is among others. */
    boolean isIn(String word, Collection<String> others) {
        Set<Integer> own = groups.getOrDefault(word, Set.of());
        return others.contains(word) || others.stream().anyMatch(other -> groups.getOrDefault(other, Set.of()).stream().anyMatch(own::contains) || Likeness.between(word, other, language));
    }

    boolean isWeak(String word) {
        return weak.contains(word);
    }

    String stem(String word) {
        return Stems.of(word, language);
    }
}
