package switchboard.spoken.time;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** "Half past seven", "quarter to eight", "ten to nine", "twenty-five past six", and the British "half seven". */
final class PastAndTo implements Rule {

    private static final Set<String> PAST = Set.of("past", "after", "gone");
    private static final Set<String> TO = Set.of("to", "till", "before", "of", "til");
    private static final Set<String> MINUTES = Set.of("minutes", "minute", "min", "mins");

    @Override
    public Optional<Match> at(Phrase phrase, int i) {
        Cursor cursor = phrase.from(i);
        cursor.take("a");
        if (cursor.take("half")) {
            boolean past = cursor.takeAny(PAST);
            return clock(cursor, past || !phrase.is(i, "a") ? 30 : -1, past);
        }
        if (cursor.take("quarter")) {
            int sign = cursor.takeAny(PAST) ? 1 : cursor.takeAny(TO) ? -1 : 0;
            return sign == 0 ? Optional.empty() : clock(cursor, 15 * sign, true);
        }
        return cursor.at() > i ? Optional.empty() : minutes(cursor);
    }

    private static Optional<Match> minutes(Cursor cursor) {
        Phrase phrase = cursor.phrase;
        int first = cursor.at();
        int minutes = cursor.number(1, 30);
        boolean named = minutes > 0 && cursor.takeAny(MINUTES);
        int sign = cursor.takeAny(PAST) ? 1 : !phrase.is(cursor.at(), "of") && cursor.takeAny(TO) ? -1 : 0;
        // "From five to nine" and "five to six people" are ranges, "two after seven" hardly a time.
        boolean range = sign < 0 && (phrase.is(first - 1, "from") || phrase.is(first - 1, "between")) && !named;
        boolean likely = named || minutes % 5 == 0 || phrase.is(cursor.at() - 1, "past") && minutes > 0;
        return sign == 0 || minutes < 0 || range || !likely ? Optional.empty() : clock(cursor, sign * minutes, true);
    }

    private static Optional<Match> clock(Cursor cursor, int minutes, boolean linked) {
        Phrase phrase = cursor.phrase;
        List<LocalTime> hours = hours(cursor, linked ? 24 : 12);
        if (minutes == -1 || hours.isEmpty() || People.counted(phrase, cursor.at()) && !phrase.is(cursor.at(), "oclock") && !phrase.is(cursor.at(), "table")
                || !linked && phrase.token(cursor.at() - 1).glued()) {
            return Optional.empty();
        }
        if (!cursor.take("oclock")) {
            cursor.take("o", "clock");
        }
        List<LocalTime> times = Hours.withMeridiem(cursor, hours.stream().map(time -> time.plusMinutes(minutes)).toList());
        cursor.take("ish");
        return cursor.match(Meaning.times(times));
    }

    private static List<LocalTime> hours(Cursor cursor, int most) {
        if (cursor.take("noon") || cursor.take("midday")) {
            return List.of(LocalTime.NOON);
        }
        if (cursor.take("midnight")) {
            return List.of(LocalTime.MIDNIGHT);
        }
        int hour = cursor.number(1, most);
        return hour < 0 ? List.of() : Hours.either(hour % 24, 0);
    }
}
