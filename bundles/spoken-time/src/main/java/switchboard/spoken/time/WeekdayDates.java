package switchboard.spoken.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The date behind a weekday: "Friday, the third of December", "Friday the third". It decides, if there is one. */
final class WeekdayDates {

    private static final Set<String> BETWEEN = Set.of("the", "on", "that", "is");

    /** "Friday the third" is the next Friday that is a third, if it comes before long. */
    private static final int LOOK_AHEAD_WEEKS = 9;

    private final Rule date;

    WeekdayDates(Rule date) {
        this.date = date;
    }

    /** The weekday before the cursor, which alone means these days, with the date that may follow. */
    Optional<Match> match(Cursor cursor, DayOfWeek weekday, List<LocalDate> days) {
        int end = cursor.at();
        cursor.take(",");
        while (cursor.takeAny(BETWEEN)) {
            continue;
        }
        Optional<Match> found = date.at(cursor.phrase, cursor.at()).or(() -> bareOrdinal(cursor));
        cursor.move(found.map(Match::to).orElse(end));
        return cursor.match(Meaning.days(found.map(match -> reconcile(cursor.phrase, weekday, match.meaning().days())).orElse(days)));
    }

    private static Optional<Match> bareOrdinal(Cursor cursor) {
        int day = cursor.phrase.ordinal(cursor.at());
        if (day < 0) {
            return Optional.empty();
        }
        LocalDate first = CalendarDates.upcoming(cursor.phrase.today(), day);
        LocalDate second = CalendarDates.upcoming(first.plusDays(1), day);
        return Optional.of(new Match(cursor.at(), cursor.at() + 1, Meaning.day(first, second)));
    }

    /** If the date is another weekday, one of the two was misheard: both are kept. */
    private static List<LocalDate> reconcile(Phrase phrase, DayOfWeek weekday, List<LocalDate> dates) {
        LocalDate limit = phrase.today().plusWeeks(LOOK_AHEAD_WEEKS);
        LocalDate date = dates.get(0);
        return dates.stream().filter(day -> day.getDayOfWeek() == weekday)
                .filter(day -> day.equals(date) || day.isBefore(limit))
                .findFirst().map(List::of).orElseGet(() -> List.of(date, nearest(weekday, date, phrase.today())));
    }

    private static LocalDate nearest(DayOfWeek weekday, LocalDate date, LocalDate today) {
        LocalDate after = date.with(TemporalAdjusters.next(weekday));
        LocalDate before = after.minusWeeks(1);
        boolean closer = ChronoUnit.DAYS.between(before, date) < ChronoUnit.DAYS.between(date, after);
        return closer && !before.isBefore(today) ? before : after;
    }
}
