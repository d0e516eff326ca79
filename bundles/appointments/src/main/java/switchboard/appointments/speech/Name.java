package switchboard.appointments.speech;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import switchboard.api.company.BookingRules;
import switchboard.api.company.BookingRules.Resource;

/**
 * What a resource is called: a word with a number or a letter behind, such as "table 4" or "room A", which nobody asks for; or a
 * name of its own, which callers choose by. Immutable.
 */
public record Name(Resource resource) {

    private static final Pattern NUMBER = Pattern.compile("[\\s#.:-]*(\\d+|(?<=\\s)\\p{Lu})\\s*$");
    private static final Pattern CAPITALS = Pattern.compile("(?=\\p{Lu})(\\D*[\\s-])?\\p{Lu}[^\\s\\d-]*");
    /** What is no person even with a capital letter: German writes every noun with one. */
    private static final Pattern THING = Pattern.compile("(^|[\\s-])(room|chair|couch|table|suite|studio|cabin|terrace|garden"
            + "|sala|silla|sillón|mesa|cabina|puesto|terraza|jardín|\\p{L}*(stuhl|raum|zimmer|tisch|kabine|liege|terrasse|garten))(?!\\p{L})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** Those of a company that callers may choose by. A room is no choice if there is nothing else. */
    public static List<Name> choices(BookingRules rules) {
        return rules.resources().stream().map(Name::new).filter(Name::isOwn).filter(name -> name.isPerson() || rules.resources().size() > 1).toList();
    }

    /** The one that is meant: as it is written, or by words that only one has ("Doctor Marsh" of "Doctor Helen Marsh"). */
    public static Optional<Name> meant(String said, List<Name> choices) {
        Optional<Name> exact = choices.stream().filter(name -> name.text().equalsIgnoreCase(said.strip())).findFirst();
        List<Name> like = choices.stream().filter(name -> words(name.text()).containsAll(words(said)) && !words(said).isEmpty()).toList();
        return exact.or(() -> like.size() == 1 ? Optional.of(like.get(0)) : Optional.empty());
    }

    /** As it is configured. */
    public String text() {
        return resource.name().strip();
    }

    /** What is before the number, "table"; empty if there is nothing but the number. */
    String word() {
        return NUMBER.matcher(text()).replaceFirst("").strip();
    }

    /** Whether there is no number behind, and something to say. */
    boolean isOwn() {
        return word().equals(text()) && !words(text()).isEmpty();
    }

    /** Whether it is somebody, "Maria" or "Doctor Helen Marsh": serves one at a time, has capital letters, and no word for a thing. */
    boolean isPerson() {
        return isOwn() && resource.capacity() == 1 && CAPITALS.matcher(text()).matches() && !THING.matcher(text()).find();
    }

    private static Set<String> words(String text) {
        return Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")).filter(word -> !word.isEmpty()).collect(Collectors.toSet());
    }
}
