package switchboard.spoken.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** "The first Saturday in December", "the last Friday of the month". */
final class MonthWeekdays implements Rule {

    private static final int MOST = 5;

    @Override
    public Optional<Match> at(Phrase phrase, int i) {
        Cursor cursor = phrase.from(i);
        cursor.take("the");
        boolean last = cursor.take("last");
        int nth = last ? -1 : cursor.ordinal();
        Optional<DayOfWeek> weekday = Names.weekday(phrase, cursor.at());
        cursor.move(cursor.at() + 1);
        boolean counted = last || nth >= 1 && nth <= MOST;
        if (weekday.isEmpty() || !counted || !cursor.take("in") && !cursor.take("of")) {
            return Optional.empty();
        }
        boolean named = Names.month(phrase, cursor.at()).isPresent();
        return month(cursor).map(month -> day(phrase.today(), month, nth, weekday.get(), named ? Period.ofYears(1) : Period.ofMonths(1)))
                .flatMap(day -> cursor.match(Meaning.day(day)));
    }

    private static Optional<YearMonth> month(Cursor cursor) {
        YearMonth current = YearMonth.from(cursor.phrase.today());
        if (cursor.take("the", "month") || cursor.take("this", "month")) {
            return Optional.of(current);
        }
        if (cursor.take("next", "month")) {
            return Optional.of(current.plusMonths(1));
        }
        Optional<Month> named = Names.month(cursor.phrase, cursor.at());
        cursor.move(named.isPresent() ? cursor.at() + 1 : cursor.at());
        return named.map(month -> current.withMonth(month.getValue())).map(month -> month.isBefore(current) ? month.plusYears(1) : month);
    }

    /** That weekday of the month or, if it is over, of the month that is meant then. */
    private static LocalDate day(LocalDate today, YearMonth month, int nth, DayOfWeek weekday, Period later) {
        TemporalAdjuster day = TemporalAdjusters.dayOfWeekInMonth(nth, weekday);
        LocalDate first = month.atDay(1).with(day);
        return first.isBefore(today) ? month.plus(later).atDay(1).with(day) : first;
    }
}
