package switchboard.phonemes.english;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;

/** Every number that is left: percentages, ordinals, measures, years, and plain counts. */
final class Amounts {

    private static final Map<String, String> FRACTIONS = Map.of("½", "one half", "¼", "one quarter", "¾", "three quarters",
            "⅓", "one third", "⅔", "two thirds", "1/2", "one half", "1/4", "one quarter", "3/4", "three quarters",
            "1/3", "one third", "2/3", "two thirds");

    private static final Map<String, String> UNITS = Map.ofEntries(Map.entry("km", "kilometer"), Map.entry("cm", "centimeter"),
            Map.entry("mm", "millimeter"), Map.entry("m", "meter"), Map.entry("kg", "kilogram"), Map.entry("g", "gram"),
            Map.entry("mg", "milligram"), Map.entry("l", "liter"), Map.entry("ml", "milliliter"), Map.entry("cl", "centiliter"),
            Map.entry("lb", "pound"), Map.entry("lbs", "pound"), Map.entry("oz", "ounce"), Map.entry("min", "minute"),
            Map.entry("mins", "minute"), Map.entry("hr", "hour"), Map.entry("hrs", "hour"), Map.entry("sec", "second"));

    static final List<Rewrite> STEPS = List.of(
            PhoneNumbers.CODES,
            Rewrite.of("\\b24/7\\b", "twenty four seven"),
            Rewrite.of("(\\d)\\s?([½¼¾⅓⅔])", m -> m.group(1) + " and " + FRACTIONS.get(m.group(2)).replace("one half", "a half")),
            Rewrite.of("[½¼¾⅓⅔]|(?<![\\d/.])(?:1/[234]|2/3|3/4)(?![\\d/])", m -> FRACTIONS.get(m.group())),
            Rewrite.of("(?<![\\d.,'])(\\d)'\\s?(\\d{1,2})(?:\"|''|”)", "$1 foot $2"),
            Rewrite.of("(?<=\\d) ?km/h\\b", " kilometers per hour"),
            Rewrite.of("(?<=\\d) ?mph\\b", " miles per hour"),
            Rewrite.of("(?<=\\d)\\s?°\\s?C\\b", " degrees Celsius"),
            Rewrite.of("(?<=\\d)\\s?°\\s?F\\b", " degrees Fahrenheit"),
            Rewrite.of("(?<=\\d)\\s?°", " degrees "),
            Rewrite.of("(?<=\\d)\\s?%", " percent "),
            Rewrite.of("(?<![\\d.,])(\\d[\\d,.]{0,12}) ?(km|cm|mm|m|kg|g|mg|l|ml|cl|lbs?|oz|mins?|hrs?|sec)\\b(?!['-])", Amounts::measure),
            Rewrite.of("(?<![\\d.,])(\\d{1,12})(?:st|nd|rd|th)\\b", m -> Numbers.ordinal(m.group(1))),
            Rewrite.of("'?\\b((?:1[1-9]|20)?\\d0)'?s\\b", m -> Numbers.plural(number(m.group(1)))),
            Rewrite.of("(?<![\\d.])\\d{1,12}(?:\\.\\d{1,12}){2,30}(?![\\d.]*\\d)", m -> dotted(m.group())),
            Rewrite.of("(?<![\\d.])(\\d(?:[\\d,]{0,20}\\d)?)\\.(\\d{1,30})",
                    m -> Numbers.cardinal(m.group(1).replace(",", "")) + " point " + Numbers.oneByOne(m.group(2))),
            Rewrite.of("(?<![\\p{L}\\d.])\\.(\\d{1,30})", m -> "point " + Numbers.oneByOne(m.group(1))),
            Rewrite.of("(?<![\\p{L}\\d.)])-(?=\\d)", "minus "),
            Rewrite.of("(?<=\\d) ?x (?=\\p{L})", " "),
            // BA2490, guest1234: codes, which nobody counts.
            Rewrite.of("(?<=\\p{L})\\d{4,40}", m -> " " + Numbers.oneByOne(m.group())),
            Rewrite.of("(?<=\\p{L})(?=\\d)|(?<=\\d)(?=\\p{L})", " "),
            Rewrite.of("\\d{1,3}(?:,\\d{3}){1,5}(?!\\d)", m -> Numbers.cardinal(m.group().replace(",", ""))),
            Rewrite.of("(?<=\\d)\\s?/\\s?(?=\\d)", " slash "),
            Rewrite.of("\\d(?=-\\d)", m -> m.group() + " "),
            Rewrite.of("\\d+", m -> number(m.group())));

    private Amounts() {
    }

    private static String measure(MatchResult m) {
        String unit = UNITS.get(m.group(2));
        return m.group(1) + " " + unit + (m.group(1).equals("1") ? "" : "s");
    }

    private static String dotted(String numbers) {
        return String.join(" dot ", List.of(numbers.split("\\.")));
    }

    /** Four digits between 1100 and 2099 are read as a year, which suits room numbers too. */
    private static String number(String digits) {
        boolean year = digits.length() == 4 && digits.compareTo("1100") >= 0 && digits.compareTo("2100") < 0;
        return year ? Numbers.year(Integer.parseInt(digits)) : Numbers.cardinal(digits);
    }
}
