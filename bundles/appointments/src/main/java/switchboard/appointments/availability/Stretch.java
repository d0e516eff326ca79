package switchboard.appointments.availability;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import switchboard.api.company.OpeningHours;

/**
 * A stretch of time in which a company is open without a break.
 *
 * @param from opening
 * @param to   closing; after {@code from}
 */
record Stretch(ZonedDateTime from, ZonedDateTime to) {

    /**
     * The stretches that begin on some days, in order. Spans that touch become one, also over midnight.
     *
     * @param last inclusive
     */
    static List<Stretch> between(OpeningHours hours, ZoneId zone, LocalDate first, LocalDate last) {
        List<Stretch> spans = first.datesUntil(last.plusDays(1)).flatMap(day -> on(hours, zone, day).stream())
                .sorted(Comparator.comparing(Stretch::from)).toList();
        List<Stretch> merged = new ArrayList<>();
        for (Stretch span : spans) {
            int end = merged.size() - 1;
            if (end >= 0 && !span.from.isAfter(merged.get(end).to)) {
                merged.set(end, merged.get(end).until(span.to));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }

    /** The spans of one day as they are configured, on the time line. */
    static List<Stretch> on(OpeningHours hours, ZoneId zone, LocalDate day) {
        return hours.on(day).stream()
                .map(span -> new Stretch(at(day, span.from(), zone), at(span.endsNextDay() ? day.plusDays(1) : day, span.to(), zone)))
                // A span can vanish in the hour that is skipped in spring.
                .filter(span -> span.from.isBefore(span.to)).toList();
    }

    boolean contains(ZonedDateTime time) {
        return !time.isBefore(from) && time.isBefore(to);
    }

    /** Elapsed time counts: what begins before the clocks are changed lasts as long as on any other day. */
    boolean contains(ZonedDateTime start, Duration duration) {
        return contains(start) && !start.plus(duration).isAfter(to);
    }

    private Stretch until(ZonedDateTime end) {
        return new Stretch(from, end.isAfter(to) ? end : to);
    }

    private static ZonedDateTime at(LocalDate day, LocalTime time, ZoneId zone) {
        return ZonedDateTime.of(LocalDateTime.of(day, time), zone);
    }
}
