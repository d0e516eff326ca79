package switchboard.spoken.time;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** "7:30 pm", "7.30", "seven thirty", "nineteen thirty", "seven o'clock", "8 p.m.", "at 8", "at 1930". */
final class ClockTimes implements Rule {

    private static final Set<String> EXACT = Set.of("sharp", "ish", "latest");
    private static final Set<String> HUNDREDS = Set.of("hours", "hrs", "hundred");

    @Override
    public Optional<Match> at(Phrase phrase, int i) {
        if (phrase.number(i) < 0 || phrase.in(i - 1, Words.CURRENCY) || isInside(phrase, i)) {
            return Optional.empty();
        }
        return punctuated(phrase, i)
                .or(() -> pair(phrase, i))
                .or(() -> hourOnly(phrase, i))
                .or(() -> digits(phrase, i))
                .or(() -> afterAt(phrase, i));
    }

    /** Of a longer figure, such as the 30 of "7:30" or the 24 of "12-24"; the 9 of "7-9 pm" stands for itself. */
    private static boolean isInside(Phrase phrase, int i) {
        return phrase.token(i).glued() && phrase.mark(i - 1) && !phrase.is(i - 1, "@") && !(phrase.is(i - 1, "-") && continues(phrase, i + 1));
    }

    /** Whether a number before that token is an hour for certain. */
    static boolean continues(Phrase phrase, int i) {
        Cursor cursor = phrase.from(i);
        return Hours.takeMeridiem(cursor).isPresent() || isOclock(phrase, i)
                || phrase.is(i, ":") && phrase.token(i).glued() && phrase.token(i + 1).digits() || phrase.in(i, EXACT)
                || phrase.is(i, "on") && phrase.is(i + 1, "the") && phrase.is(i + 2, "dot")
                || phrase.is(i, "at") && phrase.is(i + 1, "the") && (phrase.is(i + 2, "latest") || phrase.is(i + 2, "earliest"));
    }

    private static Optional<Match> punctuated(Phrase phrase, int i) {
        Cursor cursor = phrase.from(i);
        boolean leadingZero = phrase.word(i).startsWith("0");
        int hour = cursor.number(0, 24);
        boolean mark = hour >= 0 && phrase.token(i).digits() && phrase.token(i + 1).glued() && phrase.token(i + 2).glued()
                && phrase.word(i + 2).length() == 2 && (cursor.take(":") || cursor.take(".") || cursor.take("h") || isAt(phrase, i) && cursor.take("-"));
        int minute = mark ? cursor.number(0, 59) : -1;
        if (minute < 0 || hour == 24 && minute > 0) {
            return Optional.empty();
        }
        List<LocalTime> times = leadingZero ? List.of(LocalTime.of(hour, minute)) : Hours.either(hour, minute);
        return finish(cursor, times);
    }

    /** "Seven thirty", "seven oh five"; not the "four ten" of "for four ten thirty". */
    private static Optional<Match> pair(Phrase phrase, int i) {
        Cursor cursor = phrase.from(i);
        int hour = cursor.number(0, 23);
        boolean oh = cursor.take("oh") || cursor.take("o") || phrase.word(i + 1).length() == 2 && phrase.word(i + 1).startsWith("0");
        int minute = oh ? cursor.number(1, 9) : cursor.number(10, 59);
        if (hour < 0 || minute < 0 || phrase.token(i + 1).glued()
                || People.counted(phrase, cursor.at()) && !phrase.is(cursor.at(), "table")) {
            return Optional.empty();
        }
        int after = phrase.number(cursor.at());
        boolean partyFirst = phrase.is(i - 1, "for") && after >= 10 && after < 60;
        boolean plain = minute % 5 == 0 || phrase.size() <= 3 || oh || isAt(phrase, i) || continues(phrase, cursor.at())
                || DayParts.follows(phrase, cursor.at());
        return partyFirst || !plain ? Optional.empty() : finish(cursor, Hours.either(hour, minute));
    }

    private static Optional<Match> hourOnly(Phrase phrase, int i) {
        Cursor cursor = phrase.from(i);
        int hour = cursor.number(0, 24);
        if (hour < 0 || !continues(phrase, i + 1)) {
            return Optional.empty();
        }
        return finish(cursor, Hours.either(hour % 24, 0));
    }

    /** "1930", "730 pm": surely a time behind "at" or before "hours"; else its neighbours decide, see LooseHours. */
    private static Optional<Match> digits(Phrase phrase, int i) {
        Cursor cursor = phrase.from(i + 1);
        boolean sure = isAt(phrase, i) || continues(phrase, i + 1) || phrase.in(i + 1, HUNDREDS);
        List<LocalTime> times = sure ? compact(phrase.token(i)) : List.of();
        cursor.takeAny(HUNDREDS);
        return times.isEmpty() || People.counted(phrase, i + 1) && !phrase.in(i + 1, HUNDREDS) ? Optional.empty()
                : finish(cursor, times).map(match -> match.from(i));
    }

    private static Optional<Match> afterAt(Phrase phrase, int i) {
        Cursor cursor = phrase.from(i);
        int hour = cursor.number(0, 24);
        boolean clear = hour >= 0 && isAt(phrase, i) && !People.counted(phrase, i + 1) && !isAddress(phrase, i + 1);
        return clear ? finish(cursor, Hours.either(hour % 24, 0)) : Optional.empty();
    }

    /** Of "1930", "730" or "nineteen hundred"; none if it is no such number. */
    static List<LocalTime> compact(Token token) {
        int value = token.value();
        boolean readable = token.digits() && (token.word().length() == 4 || token.word().length() == 3)
                || token.is(Token.Kind.NUMBER) && value >= 100 && value % 100 == 0;
        if (!readable || value >= 2400 || value % 100 > 59) {
            return List.of();
        }
        return token.word().startsWith("0") ? List.of(LocalTime.of(value / 100, value % 100)) : Hours.either(value / 100, value % 100);
    }

    /** Whether a time may be expected at that token, because of the words before it. */
    static boolean isAt(Phrase phrase, int i) {
        int before = i - 1;
        while (phrase.in(before, Words.SOFTENERS) && phrase.in(before - 1, Words.AT)) {
            before--;
        }
        return phrase.in(before, Words.AT) || phrase.is(before, "than") && (phrase.is(before - 1, "later") || phrase.is(before - 1, "earlier"))
                || phrase.in(before, Words.ABOUT) && !People.isRange(phrase, i) && endsHere(phrase, i + 1);
    }

    private static boolean endsHere(Phrase phrase, int i) {
        Token next = phrase.token(i);
        return next.is(Token.Kind.MARK) || next.is(Token.Kind.NUMBER) || phrase.in(i, Words.FUNCTION_WORDS) || Names.weekday(phrase, i).isPresent()
                || phrase.is(i, "hours") || continues(phrase, i);
    }

    private static boolean isAddress(Phrase phrase, int i) {
        return phrase.in(i, Words.COUNTED) || phrase.in(i + 1, Words.COUNTED) && phrase.token(i).is(Token.Kind.WORD)
                && !phrase.in(i, Words.FUNCTION_WORDS);
    }

    private static boolean isOclock(Phrase phrase, int i) {
        return phrase.is(i, "oclock") || (phrase.is(i, "o") || phrase.is(i, "oh")) && phrase.is(i + 1, "clock");
    }

    private static Optional<Match> finish(Cursor cursor, List<LocalTime> times) {
        cursor.takeAny(EXACT);
        if (isOclock(cursor.phrase, cursor.at())) {
            cursor.move(cursor.phrase.is(cursor.at(), "oclock") ? cursor.at() + 1 : cursor.at() + 2);
        }
        List<LocalTime> chosen = Hours.withMeridiem(cursor, times);
        if (cursor.takeAny(EXACT) || cursor.take("on", "the", "dot") || cursor.take("at", "the", "latest")) {
            return cursor.match(Meaning.times(chosen));
        }
        return cursor.match(Meaning.times(chosen));
    }
}
