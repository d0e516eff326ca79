package switchboard.company;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One key of the configuration, as metatype knows it, with its form. Immutable.
 *
 * @param id          for example {@code vad.stop.ms}
 * @param type        of the value, or of each entry of a list
 * @param list        whether it takes several values
 * @param required    whether it must be given
 * @param defaults    what holds if it is not given; empty if nothing does
 * @param min         smallest number, if there is one
 * @param max         largest number, if there is one
 * @param pattern     what a text must match, if anything
 * @param allowed     to follow "it must be"
 * @param examples    values that are allowed
 */
record Key(String id, String description, Type type, boolean list, boolean required, List<String> defaults, Optional<Double> min,
        Optional<Double> max, Optional<Pattern> pattern, String allowed, List<String> examples) {

    /** The types of metatype that companies use. */
    enum Type { STRING, INTEGER, DOUBLE, BOOLEAN }

    Key {
        defaults = List.copyOf(defaults);
        examples = List.copyOf(examples);
    }

    private static final int LONGEST_WITH_A_FORM = 500;
    private static final int LONGEST_FREE_TEXT = 10_000;

    /** The most characters of a text, or of an entry of a list: beyond them even looking at it costs. */
    int longest() {
        return list || pattern.isPresent() ? LONGEST_WITH_A_FORM : LONGEST_FREE_TEXT;
    }

    boolean isTooLong(Object value) {
        return value instanceof String text && text.length() > longest();
    }

    /** Whether a single value, or a single entry of the list, may stand here. */
    boolean admits(Object value) {
        return switch (type) {
            case STRING -> value instanceof String text && !isTooLong(text) && !text.isBlank() && pattern.map(p -> p.matcher(text.strip()).matches()).orElse(true);
            case BOOLEAN -> value instanceof Boolean;
            case DOUBLE -> value instanceof Number number && inRange(number.doubleValue());
            case INTEGER -> value instanceof Number number && number.doubleValue() == Math.rint(number.doubleValue()) && inRange(number.doubleValue());
        };
    }

    private boolean inRange(double number) {
        return Double.isFinite(number) && min.map(m -> number >= m).orElse(true) && max.map(m -> number <= m).orElse(true);
    }

    /** 2 for 2.0, and 0.5 for 0.5. */
    static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
