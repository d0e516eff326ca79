package switchboard.llm.receptionist.facts;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The days of the week that a text speaks of, with those between "Tuesday to Thursday" and the two of a weekend. Immutable. */
final class Days {

    private static final String TO = "(?:to|till|until|through|bis|a|hasta|-|–)";
    private static final Map<String, Days> LANGUAGES = Map.of("en", new Days(Lexicon.of("en")), "de", new Days(Lexicon.of("de")), "es", new Days(Lexicon.of("es")));

    private final Lexicon lexicon;
    private final Map<String, DayOfWeek> names = new HashMap<>();
    private final Pattern days;
    private final Pattern range;

    private Days(Lexicon lexicon) {
        this.lexicon = lexicon;
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = Lexicon.plain(day.getDisplayName(TextStyle.FULL, lexicon.locale()));
            names.put(name, day);
            names.put(lexicon.stem(name), day);
        }
        String day = "(" + String.join("|", names.keySet()) + ")s?";
        this.days = Pattern.compile("\\b" + day + "\\b", Pattern.UNICODE_CHARACTER_CLASS);
        this.range = Pattern.compile("\\b" + day + "\\s+" + TO + "\\s+" + day + "\\b", Pattern.UNICODE_CHARACTER_CLASS);
    }

    static Days of(Lexicon lexicon) {
        return LANGUAGES.getOrDefault(lexicon.language(), LANGUAGES.get("en"));
    }

    /** @param plain lower case */
    Set<DayOfWeek> in(String plain) {
        EnumSet<DayOfWeek> found = EnumSet.noneOf(DayOfWeek.class);
        for (Matcher day = days.matcher(plain); day.find(); ) {
            found.add(names.get(day.group(1)));
        }
        for (Matcher span = range.matcher(plain); span.find(); ) {
            DayOfWeek last = names.get(span.group(2));
            for (DayOfWeek day = names.get(span.group(1)); day != last; day = day.plus(1)) {
                found.add(day);
            }
        }
        if (lexicon.says("weekend", plain)) {
            found.addAll(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        }
        if (lexicon.says("weekdays", plain)) {
            found.addAll(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
        }
        return found;
    }

    /** Also those that are named from today: "tonight", "tomorrow". */
    Set<DayOfWeek> in(String plain, LocalDate today) {
        Set<DayOfWeek> found = in(plain);
        if (lexicon.says("today", plain)) {
            found.add(today.getDayOfWeek());
        }
        if (lexicon.says("tomorrow", plain)) {
            found.add(today.getDayOfWeek().plus(1));
        }
        return found;
    }

    boolean isDay(String word) {
        return !in(word).isEmpty();
    }
}
