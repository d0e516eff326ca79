package switchboard.llm.receptionist;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The days that a text speaks of, with those between "Tuesday to Thursday" and the two of a weekend. */
final class Weekdays {

    private static final String DAY = "(monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?";
    private static final Pattern DAYS = Pattern.compile("\\b" + DAY + "\\b");
    private static final Pattern RANGE = Pattern.compile("\\b" + DAY + "\\s+(?:to|till|until|through|-|–)\\s+" + DAY + "\\b");

    private Weekdays() {
    }

    static Set<DayOfWeek> in(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        EnumSet<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (Matcher day = DAYS.matcher(lower); day.find(); ) {
            days.add(day(day.group(1)));
        }
        for (Matcher range = RANGE.matcher(lower); range.find(); ) {
            DayOfWeek last = day(range.group(2));
            for (DayOfWeek day = day(range.group(1)); day != last; day = day.plus(1)) {
                days.add(day);
            }
        }
        if (lower.contains("weekend")) {
            days.addAll(EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY));
        }
        return days;
    }

    private static DayOfWeek day(String name) {
        return DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
