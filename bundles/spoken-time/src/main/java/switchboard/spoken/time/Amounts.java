package switchboard.spoken.time;

import java.util.Optional;

/** "For two hours", "7.50 euros", "seven years", "24/7": quantities that are no time of the day. */
final class Amounts implements Rule {

    @Override
    public Optional<Match> at(Phrase phrase, int i) {
        Cursor cursor = phrase.from(i);
        if (cursor.take("24", "/", "7")) {
            return cursor.match(Meaning.NEITHER);
        }
        boolean price = cursor.takeAny(Words.CURRENCY);
        if (!price) {
            cursor.take("for");
        }
        return takeNumber(cursor) && (takeUnit(cursor) || price) ? cursor.match(Meaning.NEITHER) : Optional.empty();
    }

    private static boolean takeNumber(Cursor cursor) {
        Phrase phrase = cursor.phrase;
        int at = cursor.at();
        if (phrase.number(at) < 0) {
            return false;
        }
        boolean fraction = phrase.token(at + 1).glued() && phrase.token(at + 2).glued() && phrase.number(at + 2) >= 0
                && (phrase.is(at + 1, ".") || phrase.is(at + 1, ","));
        cursor.move(fraction ? at + 3 : at + 1);
        return true;
    }

    /** But "1900 hours" and "ten minutes to nine" are times. */
    private static boolean takeUnit(Cursor cursor) {
        Phrase phrase = cursor.phrase;
        int unit = cursor.at();
        boolean clock = phrase.is(unit, "hours") && phrase.number(unit - 1) >= 100;
        boolean pastOrTo = phrase.is(unit, "minutes") && (phrase.is(unit + 1, "to") || phrase.is(unit + 1, "past"));
        return !clock && !pastOrTo && People.counted(phrase, unit) && (cursor.takeAny(Words.COUNTED) || cursor.takeAny(Words.PEOPLE));
    }
}
