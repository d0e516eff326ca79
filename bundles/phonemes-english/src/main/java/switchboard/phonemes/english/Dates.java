package switchboard.phonemes.english;

import static switchboard.phonemes.english.Rewrite.group;

import java.util.List;
import java.util.regex.MatchResult;

/** Days of the year; a year stays in digits for the step that reads years. */
final class Dates {

    private static final List<String> MONTHS = List.of("January", "February", "March", "April", "May", "June", "July", "August",
            "September", "October", "November", "December");
    private static final String MONTH = "(January|February|March|April|May|June|July|August|September|October|November|December"
            + "|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?)";
    private static final String DAY = "([0-3]?\\d)(?:st|nd|rd|th)?";
    private static final String DASH = "\\s?[-–—]\\s?";
    private static final String ALONE = "(?![\\d:%.,]?\\d|\\s?[ap]\\.?m|\\p{L})";

    static final List<Rewrite> STEPS = List.of(
            Rewrite.of("(?<![\\d-])(\\d{4})-(\\d\\d)-(\\d\\d)(?![\\d-])", m -> numeric(m, m.group(1), m.group(2), m.group(3))),
            Rewrite.of("(?<![\\d.])(\\d{1,2})\\.(\\d{1,2})\\.((?:19|20)\\d\\d)(?!\\d)", m -> numeric(m, m.group(3), m.group(2), m.group(1))),
            Rewrite.of("(?<![\\d/])(\\d{1,2})/(\\d{1,2})/((?:19|20)?\\d\\d)(?![\\d/])", Dates::american),
            Rewrite.of("\\b(?:the )?" + DAY + DASH + DAY + "(?: of)? " + MONTH + "\\b",
                    m -> "the " + Numbers.ordinal(day(m, 1)) + " to the " + Numbers.ordinal(day(m, 2)) + " of " + month(m.group(3))),
            Rewrite.of("\\b" + MONTH + " " + DAY + DASH + DAY + ALONE,
                    m -> month(m.group(1)) + " " + Numbers.ordinal(day(m, 2)) + " to " + Numbers.ordinal(day(m, 3))),
            Rewrite.of("\\b(?:the )?" + DAY + "(?: of)? " + MONTH + "(?!\\p{L})",
                    m -> "the " + Numbers.ordinal(day(m, 1)) + " of " + month(m.group(2))),
            Rewrite.of("\\b" + MONTH + " " + DAY + ALONE, m -> month(m.group(1)) + " " + Numbers.ordinal(day(m, 2))));

    private Dates() {
    }

    /** Month first, unless that makes no month. */
    private static String american(MatchResult m) {
        boolean monthFirst = Integer.parseInt(m.group(1)) <= 12;
        String year = m.group(3).length() == 2 ? "20" + m.group(3) : m.group(3);
        return numeric(m, year, m.group(monthFirst ? 1 : 2), m.group(monthFirst ? 2 : 1));
    }

    private static String numeric(MatchResult m, String year, String month, String day) {
        int number = Integer.parseInt(month);
        if (number < 1 || number > 12 || Integer.parseInt(day) > 31) {
            return m.group();
        }
        return MONTHS.get(number - 1) + " " + Numbers.ordinal(withoutZero(day)) + ", " + year;
    }

    private static String day(MatchResult m, int number) {
        return withoutZero(group(m, number));
    }

    private static String withoutZero(String day) {
        return day.length() == 2 && day.startsWith("0") ? day.substring(1) : day;
    }

    private static String month(String name) {
        return MONTHS.stream().filter(month -> month.startsWith(name.substring(0, 3))).findFirst().orElse(name);
    }
}
