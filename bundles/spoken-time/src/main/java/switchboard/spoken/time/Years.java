package switchboard.spoken.time;

/** A year behind a date: "2026", "twenty twenty-six", "two thousand and twenty-six". */
final class Years {

    private static final int MOST_AHEAD = 2;

    private Years() {}

    /** Moves past a year; else stays and gives -1. "Twenty thirty" may be half past eight, so a spoken pair must be near. */
    static int take(Cursor cursor) {
        int start = cursor.at();
        cursor.take(",");
        cursor.take("in");
        cursor.take("of");
        int year = plain(cursor);
        if (year < 0) {
            year = pair(cursor);
        }
        if (year < 0) {
            cursor.move(start);
        }
        return year;
    }

    private static int plain(Cursor cursor) {
        Phrase phrase = cursor.phrase;
        int at = cursor.at();
        int year = phrase.number(at);
        if (year < 1900 || year > 2199 || phrase.token(at).word().length() == 3 || continues(phrase, at + 1)) {
            return -1;
        }
        boolean clock = year % 100 < 60 && year / 100 < 24 && year % 5 == 0;
        if (clock && !near(phrase, year)) {
            return -1;
        }
        return cursor.number(1900, 2199);
    }

    private static int pair(Cursor cursor) {
        Phrase phrase = cursor.phrase;
        int at = cursor.at();
        int tens = phrase.number(at + 1);
        if (phrase.number(at) != 20 || tens < 10 || tens > 99 || phrase.token(at + 1).glued() || continues(phrase, at + 2)
                || !near(phrase, 2000 + tens)) {
            return -1;
        }
        cursor.move(at + 2);
        return 2000 + tens;
    }

    private static boolean near(Phrase phrase, int year) {
        return year >= phrase.now().getYear() - 1 && year <= phrase.now().getYear() + MOST_AHEAD;
    }

    private static boolean continues(Phrase phrase, int i) {
        return phrase.is(i, ":") || phrase.is(i, "am") || phrase.is(i, "pm") || phrase.is(i, "hours") || phrase.is(i, "oclock");
    }
}
