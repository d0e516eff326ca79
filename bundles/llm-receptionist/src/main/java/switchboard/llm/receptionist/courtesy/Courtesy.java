package switchboard.llm.receptionist.courtesy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import switchboard.llm.receptionist.table.Table;

/**
 * What is said in every conversation and stands in no document: greetings, thanks, farewells; in one language, read from
 * {@code <language>.tsv}. Immutable.
 */
public final class Courtesy {

    private static final Map<String, Courtesy> ALL = Stream.of("en", "de", "es").collect(Collectors.toUnmodifiableMap(language -> language, Courtesy::new));

    private record Form(Pattern said, String reply) {}

    private final List<Form> forms;

    private Courtesy(String language) {
        forms = Table.readNamed("courtesy/" + language + ".tsv").stream().map(row -> new Form(Pattern.compile(row.left()), row.right())).toList();
    }

    /** English for a language that is not known. */
    public static Courtesy of(String language) {
        return ALL.getOrDefault(language, ALL.get("en"));
    }

    /** The reply, if that is all that was said. */
    public Optional<String> reply(String said) {
        String plain = said.toLowerCase(Locale.ROOT).replace('\u2019', '\'').replaceAll("[^\\p{L}' ]", " ").replaceAll("\\s+", " ").strip();
        return forms.stream().filter(form -> form.said().matcher(plain).matches()).map(Form::reply).findFirst();
    }
}
