package switchboard.spoken.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** "Friday", "this Friday", "next Saturday", "Friday week", "Friday next week", "Friday, the third of December". */
final class Weekdays implements Rule {

    private static final Set<String> COMING = Set.of("coming", "upcoming", "following");

    private final WeekdayDates dates;

    /** @param date finds the date that may follow the weekday */
    Weekdays(Rule date) {
        this.dates = new WeekdayDates(date);
    }

    @Override
    public Optional<Match> at(Phrase phrase, int i) {
        Cursor cursor = phrase.from(i);
        if (cursor.take("last")) {
            return weekday(cursor).flatMap(weekday -> cursor.match(Meaning.day(phrase.today().with(TemporalAdjusters.previous(weekday)))));
        }
        if (cursor.take("not", "this")) {
            return theOneAfter(cursor);
        }
        if (cursor.take("this")) {
            return cursor.take("week") ? ofWeek(cursor, 0) : coming(cursor);
        }
        if (cursor.take("next")) {
            return cursor.take("week") ? ofWeek(cursor, 1) : phrase.in(cursor.at(), COMING) ? coming(cursor) : next(cursor);
        }
        return phrase.in(i, COMING) ? coming(cursor) : weekday(cursor).flatMap(weekday -> unqualified(cursor, weekday));
    }

    /** "Next week, on Friday". */
    private static Optional<Match> ofWeek(Cursor cursor, int weeks) {
        cursor.take("on");
        return weekday(cursor).flatMap(weekday -> cursor.match(ofWeek(cursor, weekday, weeks)));
    }

    private Optional<Match> coming(Cursor cursor) {
        cursor.takeAny(COMING);
        return weekday(cursor).flatMap(weekday -> dates.match(cursor, weekday, List.of(ahead(cursor, weekday))));
    }

    /** "Not this Friday but the one after". */
    private static Optional<Match> theOneAfter(Cursor cursor) {
        cursor.takeAny(COMING);
        Optional<DayOfWeek> weekday = weekday(cursor);
        cursor.take(",");
        cursor.take("but");
        cursor.take("the");
        boolean after = cursor.take("one", "after") || cursor.take("week", "after") || cursor.take("next") || cursor.takeAny(COMING);
        if (weekday.isEmpty() || !after) {
            return Optional.empty();
        }
        cursor.take("that");
        cursor.take("one");
        return cursor.match(Meaning.day(ahead(cursor, weekday.get()).plusWeeks(1)));
    }

    /** "Next Saturday" is the coming one to some and the one after it to others. */
    private Optional<Match> next(Cursor cursor) {
        Optional<DayOfWeek> weekday = weekday(cursor);
        if (weekday.isEmpty()) {
            return Optional.empty();
        }
        LocalDate ahead = ahead(cursor, weekday.get());
        return cursor.take("week") ? cursor.match(ofWeek(cursor, weekday.get(), 1))
                : dates.match(cursor, weekday.get(), isTomorrow(cursor, ahead) ? List.of(ahead.plusWeeks(1), ahead) : List.of(ahead, ahead.plusWeeks(1)));
    }

    /** On a Tuesday hardly anybody says "next Wednesday" for tomorrow. */
    private static boolean isTomorrow(Cursor cursor, LocalDate day) {
        return day.equals(cursor.phrase.today().plusDays(1));
    }

    private Optional<Match> unqualified(Cursor cursor, DayOfWeek weekday) {
        LocalDate today = cursor.phrase.today();
        LocalDate ahead = ahead(cursor, weekday);
        Optional<Match> suffixed = suffixed(cursor, weekday, ahead);
        if (suffixed.isPresent()) {
            return suffixed;
        }
        // On a Friday "Friday" may be today, but then most would say so.
        return dates.match(cursor, weekday, today.getDayOfWeek() == weekday ? List.of(today, ahead) : List.of(ahead));
    }

    private static Optional<Match> suffixed(Cursor cursor, DayOfWeek weekday, LocalDate ahead) {
        if (cursor.take("next", "week") || cursor.take("of", "next", "week")) {
            return cursor.match(ofWeek(cursor, weekday, 1));
        }
        if (cursor.take("this", "week") || cursor.take("of", "this", "week")) {
            return cursor.match(ofWeek(cursor, weekday, 0));
        }
        if (cursor.take("the", "week", "after", "next") || cursor.take("of", "the", "week", "after", "next")) {
            return cursor.match(ofWeek(cursor, weekday, 2));
        }
        if (cursor.take("last", "week") || cursor.take("of", "last", "week")) {
            return cursor.match(ofWeek(cursor, weekday, -1));
        }
        if (cursor.take("coming") || cursor.take("this", "coming")) {
            return cursor.match(Meaning.day(ahead));
        }
        int weeks = weeks(cursor);
        return weeks > 0 ? cursor.match(Meaning.day(ahead.plusWeeks(weeks))) : Optional.empty();
    }

    /** Moves past "week", "fortnight", "after next" or "in two weeks"; else stays and gives -1. */
    private static int weeks(Cursor cursor) {
        if (cursor.take("week") || cursor.take("after", "next")) {
            return 1;
        }
        if (cursor.take("fortnight")) {
            return 2;
        }
        int start = cursor.at();
        int weeks = cursor.take("in") ? Spans.count(cursor) : -1;
        if (weeks > 0 && (cursor.take("week") || cursor.take("weeks") || cursor.take("weeks'"))) {
            cursor.take("time");
            return weeks;
        }
        cursor.move(start);
        return -1;
    }

    private static Optional<DayOfWeek> weekday(Cursor cursor) {
        Optional<DayOfWeek> weekday = Names.weekday(cursor.phrase, cursor.at());
        cursor.move(cursor.at() + 1);
        return weekday;
    }

    private static LocalDate ahead(Cursor cursor, DayOfWeek weekday) {
        return cursor.phrase.today().with(TemporalAdjusters.next(weekday));
    }

    private static Meaning ofWeek(Cursor cursor, DayOfWeek weekday, int weeks) {
        return Meaning.day(cursor.phrase.today().with(DayOfWeek.MONDAY).plusWeeks(weeks).with(weekday));
    }
}
