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
        if (phrase.number(cursor.at()) < 0) {
            return Optional.empty();
        }
        cursor.move(cursor.at() + 1);
        boolean fraction = phrase.token(cursor.at()).glued() && phrase.token(cursor.at() + 1).glued() && phrase.number(cursor.at() + 1) >= 0;
        if (fraction && (phrase.is(cursor.at(), ".") || phrase.is(cursor.at(), ","))) {
            cursor.move(cursor.at() + 2);
        }
        boolean unit = People.counted(phrase, cursor.at()) && (cursor.takeAny(Words.COUNTED) || cursor.takeAny(Words.PEOPLE));
        boolean clock = phrase.is(cursor.at() - 1, "hours") && phrase.number(i) >= 100;
        boolean pastOrTo = phrase.is(cursor.at() - 1, "minutes") && (phrase.is(cursor.at(), "to") || phrase.is(cursor.at(), "past"));
        return (unit || price) && !clock && !pastOrTo ? cursor.match(Meaning.NEITHER) : Optional.empty();
    }
}
