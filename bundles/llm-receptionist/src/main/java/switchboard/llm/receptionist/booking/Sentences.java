package switchboard.llm.receptionist.booking;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import switchboard.llm.receptionist.table.Table;

/** What the dialogues say, in one language, read from {@code <language>.tsv}. Immutable. */
final class Sentences {

    static final List<String> LANGUAGES = List.of("en", "de", "es");
    private static final Map<String, Sentences> ALL = LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(language -> language, Sentences::new));

    private final Map<Sentence, String> sentences = new EnumMap<>(Sentence.class);

    private Sentences(String language) {
        Table.read("booking/" + language + ".tsv").forEach(row -> sentences.put(Sentence.valueOf(row.left()), row.right()));
        Stream.of(Sentence.values()).filter(sentence -> !sentences.containsKey(sentence)).findFirst().ifPresent(missing -> {
            throw new IllegalStateException(language + ".tsv has no row " + missing);
        });
    }

    /** English for a language that is not known. */
    static Sentences of(String language) {
        return ALL.getOrDefault(language, ALL.get("en"));
    }

    String say(Sentence sentence) {
        return sentences.get(sentence);
    }
}
