package switchboard.appointments.speech;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import switchboard.api.time.Mention;

/**
 * A day and a time as far as they were said.
 *
 * @param days    the days it can mean; more than one if it has to be asked; empty if none was said
 * @param times   the times it can mean, the likeliest first; empty if none was said
 * @param written as in ISO 8601, not as people say it
 */
public record When(List<LocalDate> days, List<LocalTime> times, boolean written) {

    public static final When NEVER_SAID = new When(List.of(), List.of(), false);

    private static final LocalTime EARLY = LocalTime.of(9, 0);
    private static final LocalTime LATE = LocalTime.of(20, 30);
    private static final int HALF_DAY_SECONDS = 12 * 60 * 60;
    private static final Pattern DATE_TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?");
    private static final Pattern OFFSET = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}.*(Z|[+-]\\d{2}:\\d{2})");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern FROM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}/\\.\\.");
    private static final Pattern TIME = Pattern.compile("\\d{2}:\\d{2}(:\\d{2})?");

    public When {
        days = List.copyOf(days);
        times = List.copyOf(times);
    }

    /** Reads ISO 8601, with an interval of open end ("2026-12-03T17:00/..") for any time from there on, in the company's time zone, or a caller's phrase. */
    public static When read(String text, ZonedDateTime now, Times times) {
        String stripped = text.strip();
        try {
            Optional<When> iso = iso(stripped, now);
            if (iso.isPresent()) {
                return iso.get();
            }
        } catch (DateTimeException e) {
            return NEVER_SAID; // 2026-02-30
        }
        Mention mention = times.find(stripped, now.toLocalDateTime());
        return new When(mention.days(), mention.times(), false);
    }

    public boolean hasDay() {
        return !days.isEmpty();
    }

    public boolean hasTime() {
        return !times.isEmpty();
    }

    /** Whether one time was said, in the morning or in the evening; "on Friday evening" names none. */
    public boolean isPrecise() {
        return hasTime() && times.stream().map(time -> time.toSecondOfDay() % HALF_DAY_SECONDS).distinct().count() == 1;
    }

    /** Whether a time lies between the earliest and the latest that can be meant: the morning begins with the day, the evening ends with it. */
    public boolean spans(LocalTime time) {
        return times.isEmpty() || (isEarly(Collections.min(times)) || !time.isBefore(Collections.min(times))) && (isLate(Collections.max(times)) || !time.isAfter(Collections.max(times)));
    }

    private static boolean isEarly(LocalTime time) {
        return !time.isAfter(EARLY);
    }

    private static boolean isLate(LocalTime time) {
        return !time.isBefore(LATE);
    }

    /** The same, on this day if none was said. */
    public When orOn(LocalDate day) {
        return hasDay() ? this : new When(List.of(day), times, written);
    }

    /** The same, at this time if none was said. */
    public When orAt(LocalTime time) {
        return hasTime() ? this : new When(days, List.of(time), true);
    }

    /** Whether a time can be meant; a part that was not said fits everything. */
    public boolean fits(LocalDateTime time) {
        return (days.isEmpty() || days.contains(time.toLocalDate())) && (times.isEmpty() || times.contains(time.toLocalTime()));
    }

    private static Optional<When> iso(String text, ZonedDateTime now) {
        if (DATE_TIME.matcher(text).matches()) {
            return Optional.of(at(LocalDateTime.parse(text.replace(' ', 'T'))));
        }
        if (OFFSET.matcher(text).matches()) {
            return Optional.of(at(OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                    .atZoneSameInstant(now.getZone()).toLocalDateTime()));
        }
        if (FROM.matcher(text).matches()) {
            LocalDateTime from = LocalDateTime.parse(text.substring(0, text.indexOf('/')));
            return Optional.of(new When(List.of(from.toLocalDate()), List.of(from.toLocalTime(), LocalTime.MAX), true));
        }
        if (DATE.matcher(text).matches()) {
            return Optional.of(new When(List.of(LocalDate.parse(text)), List.of(), true));
        }
        return TIME.matcher(text).matches() ? Optional.of(new When(List.of(), List.of(LocalTime.parse(text)), true)) : Optional.empty();
    }

    private static When at(LocalDateTime time) {
        return new When(List.of(time.toLocalDate()), List.of(time.toLocalTime()), true);
    }
}
