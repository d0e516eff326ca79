package switchboard.spoken.time;

import java.time.YearMonth;
import java.util.Optional;

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
        if (cursor.take("of", "the", "month") || the && endsHere(phrase, cursor.at()) || on && Character.isDigit(phrase.word(i + 1).charAt(0))) {
            return cursor.match(Meaning.day(CalendarDates.upcoming(phrase.today(), day)));
        }
        return Optional.empty();
    }

    private static Optional<Match> ofMonth(Cursor cursor, int day, int months) {
        YearMonth month = YearMonth.from(cursor.phrase.today()).plusMonths(months);
        return month.isValidDay(day) ? cursor.match(Meaning.day(month.atDay(day))) : Optional.empty();
    }

    /** "The first table" and "the second of us" are no dates. */
    private static boolean endsHere(Phrase phrase, int i) {
        return phrase.token(i).is(Token.Kind.MARK) || phrase.number(i) >= 0 && !phrase.is(i, "one")
                || phrase.in(i, Words.FUNCTION_WORDS) && !phrase.is(i, "of") && !phrase.is(i, "available") && !phrase.is(i, "one");
    }
}
