package switchboard.company;

import java.lang.reflect.Array;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The values of one configuration, checked against {@link Keys}. A value that is mistaken reads as if it were not given, so
 * that one look finds all mistakes; {@link #requireNoMistakes()} then refuses the whole. Confined to one thread.
 */
final class Settings {

    /** Makes something of a text that has its form. */
    interface Parser<T> {

        /** @throws IllegalArgumentException or {@link DateTimeException} if it cannot be */
        T parse(String text);
    }

    /** More at once nobody reads. */
    private static final int MOST = 20;
    private static final int MOST_ENTRIES = 1_000;

    private final Map<String, Object> values;
    private final List<Mistake> mistakes = new ArrayList<>();

    /** @param values by key; keys of the configuration framework itself are left out */
    Settings(Map<String, Object> values) {
        this.values = values;
        for (String id : new TreeSet<>(values.keySet())) {
            Keys.COMPANY.find(id).ifPresentOrElse(key -> check(key, values.get(id)),
                    () -> mistakes.add(Mistake.unknown(id, mistakes.size() < MOST ? Keys.COMPANY.nearest(id) : Optional.empty())));
        }
        Keys.COMPANY.all().stream().filter(key -> key.required() && !values.containsKey(key.id()))
                .forEach(key -> mistakes.add(new Mistake(key.id(), "'%s' is missing; it must be %s".formatted(key.id(), key.allowed()))));
    }

    private void check(Key key, Object value) {
        if (key.list() && entries(value).skip(MOST_ENTRIES).findAny().isPresent()) {
            refuse(key.id(), value, "a list of at most %d entries".formatted(MOST_ENTRIES));
        } else if (key.list()) {
            entries(value).filter(entry -> !key.admits(entry)).limit(MOST).forEach(entry -> refuse(key.id(), entry));
        } else if (key.isTooLong(value)) {
            refuse(key.id(), value, "at most %d characters long".formatted(key.longest()));
        } else if (!key.admits(value)) {
            refuse(key.id(), value, key.allowed() + quotationMarks(key, value));
        }
    }

    /** What people forget who are told that 7 is no text, or that '8' is no number. */
    private static String quotationMarks(Key key, Object value) {
        if (key.type() == Key.Type.STRING) {
            return value instanceof Number || value instanceof Boolean ? ", in quotation marks" : "";
        }
        return value instanceof String ? ", without quotation marks" : "";
    }

    boolean has(String id) {
        return values.containsKey(id);
    }

    /** The text, or its default; empty if there is neither. */
    Optional<String> text(String id) {
        return value(id).map(Object::toString).map(String::strip).or(() -> Keys.COMPANY.get(id).defaults().stream().findFirst());
    }

    int integer(String id) {
        return (int) number(id);
    }

    double number(String id) {
        return value(id).map(value -> ((Number) value).doubleValue())
                .orElseGet(() -> Double.valueOf(Keys.COMPANY.get(id).defaults().get(0)));
    }

    boolean truth(String id) {
        return value(id).map(Boolean.class::cast).orElseGet(() -> Boolean.valueOf(Keys.COMPANY.get(id).defaults().get(0)));
    }

    /** The entries, or the default ones. */
    List<String> list(String id) {
        return value(id).map(value -> entries(value).map(entry -> ((String) entry).strip()).toList()).orElse(Keys.COMPANY.get(id).defaults());
    }

    /** What the parser makes of the text; empty if there is none, or if it is mistaken. */
    <T> Optional<T> parsed(String id, Parser<T> parser) {
        return text(id).flatMap(text -> attempt(id, text, parser));
    }

    /** What the parser makes of each entry, without those that are mistaken. */
    <T> List<T> parsedList(String id, Parser<T> parser) {
        return list(id).stream().flatMap(text -> attempt(id, text, parser).stream()).toList();
    }

    /** Thrown by a {@link Parser} of entries that has more to say than that one is not allowed. */
    static final class UnfitException extends IllegalArgumentException {

        private static final long serialVersionUID = 1;

        /** @param reason to follow the entry */
        UnfitException(String reason) {
            super(reason);
        }
    }

    private <T> Optional<T> attempt(String id, String text, Parser<T> parser) {
        try {
            return Optional.of(parser.parse(text));
        } catch (UnfitException e) {
            mistakes.add(Mistake.entry(id, text, String.valueOf(e.getMessage())));
            return Optional.empty();
        } catch (IllegalArgumentException | DateTimeException e) {
            refuse(id, text);
            return Optional.empty();
        }
    }

    /** Notes that a value is needed, and why. */
    void miss(String id, String reason) {
        mistakes.add(new Mistake(id, "'%s' is missing; it must be given, %s".formatted(id, reason)));
    }

    /** Notes that a value, or an entry of a list, is not allowed. */
    void refuse(String id, Object value) {
        Key key = Keys.COMPANY.get(id);
        String allowed = key.isTooLong(value) ? "texts of at most %d characters".formatted(key.longest()) : key.allowed();
        mistakes.add(key.list() ? Mistake.entry(id, value, "the list must hold " + allowed) : Mistake.of(id, value, key.allowed()));
    }

    /** Notes that a value is not allowed, for a reason of the moment. */
    void refuse(String id, Object value, String allowed) {
        mistakes.add(Mistake.of(id, value, allowed));
    }

    void requireNoMistakes() throws InvalidCompanyException {
        if (!mistakes.isEmpty()) {
            List<Mistake> first = new ArrayList<>(mistakes.subList(0, Math.min(MOST, mistakes.size())));
            if (mistakes.size() > MOST) {
                first.add(new Mistake("", "and %d more mistakes, which are named once these are mended".formatted(mistakes.size() - MOST)));
            }
            throw new InvalidCompanyException(first);
        }
    }

    private Optional<Object> value(String id) {
        Keys.COMPANY.get(id);
        return mistakes.stream().anyMatch(mistake -> mistake.key().equals(id)) ? Optional.empty() : Optional.ofNullable(values.get(id));
    }

    /** A list with one entry may come without its brackets. */
    static Stream<Object> entries(Object value) {
        if (value.getClass().isArray()) { // of objects, or of what a type in the key has made of them, as in "hours:int[]"
            return IntStream.range(0, Array.getLength(value)).mapToObj(i -> Array.get(value, i));
        }
        return value instanceof Collection<?> collection ? collection.stream().map(Object.class::cast) : Stream.of(value);
    }
}
