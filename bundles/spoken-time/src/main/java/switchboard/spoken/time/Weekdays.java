package switchboard.spoken.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** "Friday", "this Friday", "next Saturday", "Friday week", "Friday next week", "Friday, the third of December". */
final class Weekdays implements Rule {

    private static final Set<String> COMING = Set.of("coming", "upcoming", "following");
    private static final int LOOK_AHEAD_WEEKS = 9;

    private final Rule date;

    Weekdays(Rule date) {
        this.date = date;
    }

    @Override
    public Optional<Match> at(Phrase phrase, int i) {
        Cursor cursor = phrase.from(i);
        boolean wayBack = cursor.take("last");
        boolean thisOne = !wayBack && cursor.take("this");
        boolean next = !wayBack && !thisOne && cursor.take("next");
        boolean coming = cursor.takeAny(COMING);
        boolean week = (thisOne || next) && cursor.take("week") && (cursor.take("on") || true);
        Optional<DayOfWeek> weekday = Names.weekday(phrase, cursor.at());
        if (weekday.isEmpty()) {
            return Optional.empty();
        }
        cursor.move(cursor.at() + 1);
        LocalDate today = phrase.today();
        LocalDate ahead = today.with(TemporalAdjusters.next(weekday.get()));
        if (week) {
            return cursor.match(Meaning.day(ofWeek(today, weekday.get(), next ? 1 : 0)));
        }
        if (wayBack || cursor.take("last", "week")) {
            return cursor.match(Meaning.day(today.with(TemporalAdjusters.previous(weekday.get()))));
        }
        if (next && !coming) {
            return cursor.take("week") ? cursor.match(Meaning.day(ofWeek(today, weekday.get(), 1)))
                    : withDate(cursor, weekday.get(), List.of(ahead, ahead.plusWeeks(1)));
        }
        if (thisOne || coming) {
            return withDate(cursor, weekday.get(), List.of(ahead));
        }
        return suffixed(cursor, weekday.get(), ahead);
    }

    private Optional<Match> suffixed(Cursor cursor, DayOfWeek weekday, LocalDate ahead) {
        LocalDate today = cursor.phrase.today();
        cursor.take("of");
        if (cursor.take("next", "week")) {
            return cursor.match(Meaning.day(ofWeek(today, weekday, 1)));
        }
        if (cursor.take("after", "next")) {
            return cursor.match(Meaning.day(ahead.plusWeeks(1)));
        }
        if (cursor.take("this", "week")) {
            return cursor.match(Meaning.day(ofWeek(today, weekday, 0)));
        }
        if (cursor.take("coming") || cursor.take("this", "coming")) {
            return cursor.match(Meaning.day(ahead));
        }
        if (cursor.take("week")) {
            return cursor.match(Meaning.day(ahead.plusWeeks(1)));
        }
        int weeks = inWeeks(cursor);
        if (weeks > 0) {
            return cursor.match(Meaning.day(ahead.plusWeeks(weeks)));
        }
        if (cursor.take("fortnight")) {
            return cursor.match(Meaning.day(ahead.plusWeeks(2)));
        }
        if (cursor.phrase.is(cursor.at() - 1, "of")) {
            cursor.move(cursor.at() - 1);
        }
        // On a Friday "Friday" may be today, but then most would say so.
        return withDate(cursor, weekday, today.getDayOfWeek() == weekday ? List.of(today, ahead) : List.of(ahead));
    }

    /** Moves past "in two weeks"; else stays and gives -1. */
    private static int inWeeks(Cursor cursor) {
        int start = cursor.at();
        int weeks = cursor.take("in") ? Spans.count(cursor) : -1;
        if (weeks > 0 && (cursor.take("week") || cursor.take("weeks") || cursor.take("weeks'"))) {
            cursor.take("time");
            return weeks;
        }
        cursor.move(start);
        return -1;
    }

    /** The date that follows decides; if it is another weekday, one of the two was misheard: both are kept. */
    private Optional<Match> withDate(Cursor cursor, DayOfWeek weekday, List<LocalDate> days) {
        int end = cursor.at();
        cursor.take(",");
        while (cursor.takeAny(Set.of("the", "on", "that", "is"))) {
            continue;
        }
        Optional<Match> found = date.at(cursor.phrase, cursor.at()).or(() -> bareOrdinal(cursor));
        if (found.isEmpty()) {
            cursor.move(end);
            return cursor.match(Meaning.days(days));
        }
        cursor.move(found.get().to());
        return cursor.match(Meaning.days(reconcile(cursor.phrase, weekday, found.get().meaning().days())));
    }

    /** "Friday the third". */
    private static Optional<Match> bareOrdinal(Cursor cursor) {
        int day = cursor.phrase.ordinal(cursor.at());
        return day < 0 ? Optional.empty() : Optional.of(new Match(cursor.at(), cursor.at() + 1, Meaning.days(upcoming(cursor.phrase, day))));
    }

    private static List<LocalDate> upcoming(Phrase phrase, int dayOfMonth) {
        LocalDate first = CalendarDates.upcoming(phrase.today(), dayOfMonth);
        LocalDate second = CalendarDates.upcoming(first.plusDays(1), dayOfMonth);
        return List.of(first, second);
    }

    private static List<LocalDate> reconcile(Phrase phrase, DayOfWeek weekday, List<LocalDate> dates) {
        LocalDate limit = phrase.today().plusWeeks(LOOK_AHEAD_WEEKS);
        List<LocalDate> fitting = dates.stream().filter(day -> day.getDayOfWeek() == weekday).toList();
        if (!fitting.isEmpty() && (dates.size() == 1 || fitting.get(0).isBefore(limit) || fitting.get(0).equals(dates.get(0)))) {
            return List.of(fitting.get(0));
        }
        LocalDate date = dates.get(0);
        LocalDate after = date.with(TemporalAdjusters.next(weekday));
        LocalDate before = after.minusWeeks(1);
        boolean closer = ChronoUnit.DAYS.between(before, date) < ChronoUnit.DAYS.between(date, after);
        return List.of(date, closer && !before.isBefore(phrase.today()) ? before : after);
    }

    private static LocalDate ofWeek(LocalDate today, DayOfWeek weekday, int weeks) {
        return today.with(DayOfWeek.MONDAY).plusWeeks(weeks).with(weekday);
    }
}
