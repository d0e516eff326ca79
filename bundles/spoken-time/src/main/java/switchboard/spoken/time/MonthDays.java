package switchboard.spoken.time;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.IntStream;

/** "The twenty-fourth", "on the first", "the third of next month": a day whose month goes without saying. */
final class MonthDays implements Rule {

    @Override
    public Optional<Match> at(Phrase phrase, int i) {
        Cursor cursor = phrase.from(i);
        boolean on = cursor.take("on");
        boolean the = cursor.take("the");
        int day = cursor.ordinal();
        if (day < 0) {
            return Optional.empty();
        }
        if (cursor.take("of", "next", "month") || cursor.take("next", "month")) {
            return ofMonth(cursor, day, 1);
        }
        if (cursor.take("of", "this", "month")) {
            return ofMonth(cursor, day, 0);
        }
        boolean figures = on && Character.isDigit(phrase.word(i + 1).charAt(0));
        boolean named = figures || isAlternative(phrase, i) || the && endsHere(phrase, cursor.at());
        return cursor.take("of", "the", "month") || named ? cursor.match(Meaning.day(upcoming(phrase, i, day))) : Optional.empty();
    }

    private static Optional<Match> ofMonth(Cursor cursor, int day, int months) {
        YearMonth month = YearMonth.from(cursor.phrase.today()).plusMonths(months);
        return month.isValidDay(day) ? cursor.match(Meaning.day(month.atDay(day))) : Optional.empty();
    }

    /** The next such day; in "December third, sorry, the fourth" the one of that month. */
    private static LocalDate upcoming(Phrase phrase, int i, int day) {
        return IntStream.iterate(i - 1, at -> at >= 0, at -> at - 1).boxed().flatMap(at -> dated(phrase, at).stream()).findFirst()
                .or(() -> IntStream.range(i + 1, phrase.size()).boxed().flatMap(at -> dated(phrase, at).stream()).findFirst())
                .filter(month -> day <= month.maxLength())
                .map(month -> CalendarDates.upcoming(phrase.today(), month, day))
                .orElseGet(() -> CalendarDates.upcoming(phrase.today(), day));
    }

    /** A month with a day beside it. */
    private static Optional<Month> dated(Phrase phrase, int i) {
        return Names.month(phrase, i).filter(month -> IntStream.rangeClosed(i - 2, i + 2)
                .anyMatch(at -> phrase.ordinal(at) > 0 || phrase.number(at) >= 1 && phrase.number(at) <= 31));
    }

    /** The 27th of "the 26th or 27th". */
    private static boolean isAlternative(Phrase phrase, int i) {
        return phrase.is(i - 1, "or") && phrase.ordinal(i) > 0 && phrase.ordinal(i - 2) > 0;
    }

    /** "The first table" and "the second of us" are no dates. */
    private static boolean endsHere(Phrase phrase, int i) {
        return phrase.token(i).is(Token.Kind.MARK) || phrase.number(i) >= 0 && !phrase.is(i, "one")
                || phrase.in(i, Words.FUNCTION_WORDS) && !phrase.is(i, "of") && !phrase.is(i, "available") && !phrase.is(i, "one");
    }
}
