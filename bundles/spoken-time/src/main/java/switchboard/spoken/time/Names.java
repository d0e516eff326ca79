package switchboard.spoken.time;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The names of months and weekdays, with the short forms that recognisers write. */
final class Names {

    private static final Map<String, Month> MONTHS = months();
    private static final Map<String, DayOfWeek> WEEKDAYS = weekdays();

    private Names() {}

    static Optional<Month> month(Phrase phrase, int i) {
        return Optional.ofNullable(MONTHS.get(phrase.word(i)));
    }

    /** "Sat" and "sun" are other words too, so they need an "on", "next" or "this" before, or the start of the text. */
    static Optional<DayOfWeek> weekday(Phrase phrase, int i) {
        String word = phrase.word(i);
        if (word.equals("sat") || word.equals("sun")) {
            boolean named = i == 0 || phrase.mark(i - 1) || Words.BEFORE_WEEKDAY.contains(phrase.word(i - 1));
            return named ? Optional.of(word.equals("sat") ? DayOfWeek.SATURDAY : DayOfWeek.SUNDAY) : Optional.empty();
        }
        return Optional.ofNullable(WEEKDAYS.get(word));
    }

    /** With a capital, as in "December". */
    static String of(Enum<?> monthOrWeekday) {
        String name = monthOrWeekday.name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static Map<String, Month> months() {
        Map<String, Month> map = new HashMap<>();
        for (Month month : Month.values()) {
            String name = of(month).toLowerCase(Locale.ROOT);
            map.put(name, month);
            map.put(name.substring(0, 3), month);
        }
        map.put("sept", Month.SEPTEMBER);
        return Map.copyOf(map);
    }

    private static Map<String, DayOfWeek> weekdays() {
        Map<String, DayOfWeek> map = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            String name = of(day).toLowerCase(Locale.ROOT);
            map.put(name, day);
            map.put(name + "s", day);
            map.put(name.substring(0, 3), day);
        }
        map.remove("sat");
        map.remove("sun");
        map.put("tues", DayOfWeek.TUESDAY);
        map.put("weds", DayOfWeek.WEDNESDAY);
        map.put("thur", DayOfWeek.THURSDAY);
        map.put("thurs", DayOfWeek.THURSDAY);
        return Map.copyOf(map);
    }
}
