package switchboard.llm.receptionist.facts;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import switchboard.api.company.OpeningHours;
import switchboard.api.company.OpeningHours.Span;

/**
 * When a company is open, in the words of its language, from the hours that it is configured with: they know the exceptions of
 * the year, which documents often do not.
 */
record Hours(OpeningHours hours, Tongue tongue) {

    boolean areKnown() {
        return !hours.weekly().isEmpty();
    }

    boolean isException(LocalDate day) {
        return hours.exceptions().containsKey(day);
    }

    String on(LocalDate day, LocalDate today) {
        return tongue.open(tongue.say(day, today), hours.on(day).stream().map(tongue::say).toList());
    }

    /** Of the days of the week, or of all if there are none; days with the same hours are told together. */
    String on(Set<DayOfWeek> asked) {
        List<String> open = new ArrayList<>();
        List<DayOfWeek> closed = new ArrayList<>();
        Set<DayOfWeek> left = new TreeSet<>(asked.isEmpty() ? Set.of(DayOfWeek.values()) : asked);
        while (!left.isEmpty()) {
            DayOfWeek first = left.iterator().next();
            List<Span> spans = on(first);
            List<DayOfWeek> alike = left.stream().filter(day -> on(day).equals(spans)).toList();
            left.removeAll(alike);
            if (spans.isEmpty()) {
                closed.addAll(alike);
            } else {
                open.add(tongue.open(tongue.say(alike), spans.stream().map(tongue::say).toList()));
            }
        }
        if (!closed.isEmpty()) {
            open.add(tongue.open(tongue.say(closed), List.of()));
        }
        return String.join(" ", open);
    }

    private List<Span> on(DayOfWeek day) {
        return hours.weekly().getOrDefault(day, List.of());
    }

    /** Whether it is open at a moment, and what is true of that day. */
    String at(LocalDate day, LocalTime time) {
        Optional<Span> now = hours.on(day).stream().filter(span -> !time.isBefore(span.from()) && (span.endsNextDay() || time.isBefore(span.to()))).findFirst();
        Optional<Span> lastNight = hours.on(day.minusDays(1)).stream().filter(span -> span.endsNextDay() && time.isBefore(span.to())).findFirst();
        return now.or(() -> lastNight).map(span -> tongue.openNow(true, span.to())).orElseGet(() -> tongue.openNow(false, time) + " " + on(day, day));
    }
}
