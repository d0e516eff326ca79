package switchboard.spoken.time;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * A day, a time, a part of the day, several of these ("tonight"), or {@link #NEITHER}.
 *
 * @param days  the likeliest first
 * @param times the likeliest first
 * @param part  of the day
 */
record Meaning(List<LocalDate> days, List<LocalTime> times, Optional<DayPart> part) {

    /** Words that look like a time and are none; they are kept from all other rules. */
    static final Meaning NEITHER = new Meaning(List.of(), List.of(), Optional.empty());

    static Meaning day(LocalDate... days) {
        return days(List.of(days));
    }

    static Meaning days(List<LocalDate> days) {
        return new Meaning(days, List.of(), Optional.empty());
    }

    static Meaning times(List<LocalTime> times) {
        return new Meaning(List.of(), times, Optional.empty());
    }

    static Meaning part(DayPart part) {
        return new Meaning(List.of(), List.of(), Optional.of(part));
    }

    Meaning with(DayPart newPart) {
        return new Meaning(days, times, Optional.of(newPart));
    }

    boolean isNeither() {
        return days.isEmpty() && times.isEmpty() && part.isEmpty();
    }
}
