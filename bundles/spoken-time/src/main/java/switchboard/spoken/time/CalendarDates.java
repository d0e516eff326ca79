package switchboard.spoken.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;

/** "The 3rd of December", "December third", "3 December 2026": a day and the name of a month. A past one rolls on. */
final class CalendarDates implements Rule {

    private static final int YEARS_TO_A_LEAP_DAY = 8;
    private static final Set<String> PRONOUNS = Set.of("i", "we", "be", "he", "she", "they", "you");

    @Override
    public Optional<Match> at(Phrase phrase, int i) {
        Optional<Match> dayFirst = dayFirst(phrase, i);
        return dayFirst.isPresent() ? dayFirst : monthFirst(phrase, i);
    }

    private static Optional<Match> dayFirst(Phrase phrase, int i) {
        Cursor cursor = phrase.from(i);
        boolean article = cursor.take("the");
        int day = cursor.ordinal();
        boolean ordinal = day > 0;
        if (!ordinal) {
            day = cursor.number(1, 31);
        }
        boolean of = cursor.take("of");
        Optional<Month> month = day < 0 ? Optional.empty() : Names.month(phrase, cursor.at()).or(() -> numbered(cursor));
        if (month.isEmpty() || !article && !ordinal && !of && belongsToNext(phrase, i, cursor.at() + 1)) {
            return Optional.empty();
        }
        cursor.move(cursor.at() + 1);
        cursor.take(".");
        return complete(cursor, month.get(), day);
    }

    /** The first in "the sixth of the first", which is 6 January; leaves the cursor before the ordinal. */
    private static Optional<Month> numbered(Cursor cursor) {
        int start = cursor.at();
        int month = cursor.phrase.is(start - 1, "of") && cursor.take("the") ? cursor.phrase.ordinal(cursor.at()) : -1;
        if (month < 1 || month > Month.values().length) {
            cursor.move(start);
            return Optional.empty();
        }
        return Optional.of(Month.of(month));
    }

    /** In "for four December third" the four is no day, in "for three may I" the may no month. */
    private static boolean belongsToNext(Phrase phrase, int i, int next) {
        return phrase.ordinal(next) > 0 || phrase.in(next, PRONOUNS)
                || (phrase.is(i - 1, "for") || phrase.is(i - 1, "of")) && isDay(phrase, next);
    }

    private static Optional<Match> monthFirst(Phrase phrase, int i) {
        Optional<Month> month = Names.month(phrase, i);
        if (month.isEmpty()) {
            return Optional.empty();
        }
        Cursor cursor = phrase.from(i + 1);
        cursor.take(".");
        boolean article = cursor.take("the");
        int day = cursor.ordinal();
        if (day < 0 && !article && !isDay(phrase, cursor.at())) {
            return Optional.empty();
        }
        day = day > 0 ? day : cursor.number(1, 31);
        return day < 0 ? Optional.empty() : complete(cursor, month.get(), day).map(match -> match.from(i));
    }

    /** A number up to 31 that is not the hour of "December 7 pm" nor the party of "December 4 people". */
    private static boolean isDay(Phrase phrase, int i) {
        int value = phrase.number(i);
        return value >= 1 && value <= 31 && !ClockTimes.continues(phrase, i + 1) && !People.counted(phrase, i + 1);
    }

    private static Optional<Match> complete(Cursor cursor, Month month, int day) {
        int year = Years.take(cursor);
        try {
            LocalDate date = year > 0 ? LocalDate.of(year, month, day) : upcoming(cursor.phrase.today(), month, day);
            return cursor.match(Meaning.day(date));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /**
     * The next such date, today included.
     *
     * @throws DateTimeException if there is none, such as 30 February
     */
    static LocalDate upcoming(LocalDate today, Month month, int day) {
        for (int year = today.getYear(); year < today.getYear() + YEARS_TO_A_LEAP_DAY; year++) {
            YearMonth candidate = YearMonth.of(year, month);
            if (candidate.isValidDay(day) && !candidate.atDay(day).isBefore(today)) {
                return candidate.atDay(day);
            }
        }
        throw new DateTimeException("no " + day + " " + month);
    }

    /** The next such day of a month, today included. */
    static LocalDate upcoming(LocalDate today, int dayOfMonth) {
        YearMonth month = YearMonth.from(today);
        while (!month.isValidDay(dayOfMonth) || month.atDay(dayOfMonth).isBefore(today)) {
            month = month.plusMonths(1);
        }
        return month.atDay(dayOfMonth);
    }
}
