package switchboard.api.company;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;

/**
 * When a company is open, in its own time zone.
 *
 * @param weekly     the spans of each day of the week; a day without any is closed
 * @param exceptions the spans of single days, instead of the week's; empty for a closed day
 */
public record OpeningHours(Map<DayOfWeek, List<Span>> weekly, Map<LocalDate, List<Span>> exceptions) {

    /** Nothing is known; nothing can be booked. */
    public static final OpeningHours UNKNOWN = new OpeningHours(Map.of(), Map.of());

    public OpeningHours {
        weekly = Map.copyOf(weekly);
        exceptions = Map.copyOf(exceptions);
    }

    /** The spans that begin on a day, in order; empty if it is closed. */
    public List<Span> on(LocalDate day) {
        return exceptions.getOrDefault(day, weekly.getOrDefault(day.getDayOfWeek(), List.of()));
    }

    /**
     * One span.
     *
     * @param from opening
     * @param to   closing; not after {@code from} if it lies on the next day ("17:00-01:00", "17:00-00:00")
     */
    public record Span(LocalTime from, LocalTime to) {

        public boolean endsNextDay() {
            return !to.isAfter(from);
        }
    }
}
