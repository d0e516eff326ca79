package switchboard.spoken.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** "The weekend", "next weekend", "next week": several days, so a careful listener asks which. */
final class Weekends implements Rule {

    @Override
    public Optional<Match> at(Phrase phrase, int i) {
        Cursor cursor = phrase.from(i);
        if (cursor.take("the", "week", "after", "next") || cursor.take("week", "after", "next")) {
            return cursor.match(Meaning.days(week(phrase.today().plusWeeks(1))));
        }
        boolean next = cursor.take("next");
        boolean named = next || cursor.take("this", "coming") || cursor.take("this") || cursor.take("the") || cursor.take("at")
                || cursor.take("on") || cursor.take("coming");
        cursor.take("the");
        if (cursor.take("weekend") && (named || cursor.at() - i == 1)) {
            boolean after = cursor.take("after", "next");
            return cursor.match(Meaning.days(weekend(phrase.today(), next, after)));
        }
        return next && cursor.take("week") ? cursor.match(Meaning.days(week(phrase.today()))) : Optional.empty();
    }

    private static List<LocalDate> weekend(LocalDate today, boolean next, boolean afterNext) {
        LocalDate saturday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
        if (today.getDayOfWeek() == DayOfWeek.SUNDAY && !next && !afterNext) {
            return List.of(today);
        }
        if (afterNext) {
            return List.of(saturday.plusWeeks(1), saturday.plusWeeks(1).plusDays(1));
        }
        if (!next) {
            return List.of(saturday, saturday.plusDays(1));
        }
        LocalDate first = today.with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
        return List.of(first, first.plusDays(1), first.plusWeeks(1), first.plusWeeks(1).plusDays(1));
    }

    private static List<LocalDate> week(LocalDate today) {
        LocalDate monday = today.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        return IntStream.range(0, 7).mapToObj(monday::plusDays).toList();
    }
}
