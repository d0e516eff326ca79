package switchboard.company;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import switchboard.api.company.OpeningHours;
import switchboard.api.company.OpeningHours.Span;

/** Reads {@code hours} and {@code hours.exceptions}, whose entries have their form already. */
final class HoursReader {

    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

    private HoursReader() {}

    static OpeningHours read(Settings settings) {
        Map<DayOfWeek, List<Span>> weekly = new EnumMap<>(DayOfWeek.class);
        settings.parsedList("hours", text -> addWeekly(weekly, text));
        Map<LocalDate, List<Span>> exceptions = new HashMap<>();
        settings.parsedList("hours.exceptions", text -> addException(exceptions, text));
        return new OpeningHours(weekly, exceptions);
    }

    private static boolean addWeekly(Map<DayOfWeek, List<Span>> weekly, String text) {
        String[] daysAndTimes = text.split(" (?=[0-9])", 2);
        List<Span> spans = spans(daysAndTimes[1]);
        Arrays.stream(daysAndTimes[0].split(", ?")).flatMap(HoursReader::days)
                .forEach(day -> weekly.merge(day, spans, HoursReader::together));
        return true;
    }

    private static boolean addException(Map<LocalDate, List<Span>> exceptions, String text) {
        String[] dayAndRest = text.split(" ", 2);
        List<Span> spans = "closed".equals(dayAndRest[1]) ? List.of() : spans(dayAndRest[1]);
        if (exceptions.putIfAbsent(LocalDate.parse(dayAndRest[0]), spans) != null) {
            throw new Settings.UnfitException("its date is given twice");
        }
        return true;
    }

    /** "Tue" or "Sat-Mon", over the week's end too. */
    private static Stream<DayOfWeek> days(String text) {
        int dash = text.indexOf('-');
        DayOfWeek first = day(dash < 0 ? text : text.substring(0, dash));
        DayOfWeek last = dash < 0 ? first : day(text.substring(dash + 1));
        return Stream.iterate(first, day -> day.plus(1)).limit(1 + Math.floorMod(last.getValue() - first.getValue(), 7));
    }

    private static DayOfWeek day(String text) {
        return DayOfWeek.of(1 + DAYS.indexOf(text));
    }

    private static List<Span> spans(String text) {
        return Arrays.stream(text.split(", ?")).map(HoursReader::span).map(List::of).reduce(List.of(), HoursReader::together);
    }

    private static Span span(String text) {
        String[] times = text.split("-");
        return new Span(LocalTime.parse(times[0]), "24:00".equals(times[1]) ? LocalTime.MIDNIGHT : LocalTime.parse(times[1]));
    }

    /** All of them in order; refused if two overlap. */
    private static List<Span> together(List<Span> some, List<Span> more) {
        List<Span> all = new ArrayList<>(some);
        all.addAll(more);
        all.sort(Comparator.comparing(Span::from));
        for (int i = 1; i < all.size(); i++) {
            Span before = all.get(i - 1);
            if (before.endsNextDay() || before.to().isAfter(all.get(i).from())) {
                throw new Settings.UnfitException("its times overlap with one another, or with others of the same day");
            }
        }
        return List.copyOf(all);
    }
}
