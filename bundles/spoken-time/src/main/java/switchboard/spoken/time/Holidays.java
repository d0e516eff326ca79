package switchboard.spoken.time;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/** "Christmas Eve", "New Year's Eve", "Good Friday": feasts whose date every speaker of English knows. */
final class Holidays implements Rule {

    private static final Set<String> NOT_THE_DAY = Set.of("party", "parties", "menu", "menus", "tree", "market", "do", "season", "card",
            "present", "presents", "holidays", "holiday", "time", "pudding", "dinner", "lunch");

    private record Feast(List<String[]> names, IntFunction<LocalDate> ofYear) {}

    private static final List<Feast> FEASTS = List.of(
            fixed(Month.DECEMBER, 24, "christmas eve", "xmas eve"),
            fixed(Month.DECEMBER, 25, "christmas day", "xmas day", "christmas", "xmas"),
            fixed(Month.DECEMBER, 26, "boxing day", "saint stephen day", "st stephen day"),
            fixed(Month.DECEMBER, 31, "new year eve", "new years eve", "hogmanay"),
            fixed(Month.JANUARY, 1, "new year day", "new years day", "new year", "new years"),
            fixed(Month.FEBRUARY, 14, "valentine day", "valentines day", "valentine", "valentines"),
            fixed(Month.MARCH, 17, "saint patrick day", "st patrick day"),
            fixed(Month.OCTOBER, 31, "halloween"),
            new Feast(names("good friday"), year -> easter(year).minusDays(2)),
            new Feast(names("easter sunday", "easter day", "easter"), Holidays::easter),
            new Feast(names("easter monday"), year -> easter(year).plusDays(1)),
            new Feast(names("thanksgiving day", "thanksgiving"),
                    year -> LocalDate.of(year, Month.NOVEMBER, 1).with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY))));

    @Override
    public Optional<Match> at(Phrase phrase, int i) {
        Optional<Match> best = Optional.empty();
        for (Feast feast : FEASTS) {
            for (String[] name : feast.names()) {
                Cursor cursor = phrase.from(i);
                if (cursor.take(name) && (best.isEmpty() || best.get().length() < name.length)) {
                    best = match(cursor, feast, name.length == 1);
                }
            }
        }
        return best;
    }

    private static Optional<Match> match(Cursor cursor, Feast feast, boolean oneWord) {
        if (oneWord && cursor.phrase.in(cursor.at(), NOT_THE_DAY)) {
            return cursor.match(Meaning.NEITHER);
        }
        LocalDate today = cursor.phrase.today();
        LocalDate thisYear = feast.ofYear().apply(today.getYear());
        LocalDate next = thisYear.isBefore(today) ? feast.ofYear().apply(today.getYear() + 1) : thisYear;
        int year = Years.take(cursor);
        return cursor.match(Meaning.day(year > 0 ? feast.ofYear().apply(year) : next));
    }

    private static Feast fixed(Month month, int day, String... names) {
        return new Feast(names(names), year -> LocalDate.of(year, month, day));
    }

    private static List<String[]> names(String... names) {
        return List.of(names).stream().map(name -> name.split(" ")).toList();
    }

    /** The Gregorian computus of J.-M. Oudin, 1940 (Explanatory Supplement to the Astronomical Almanac, 1992, §12.95). */
    static LocalDate easter(int year) {
        int century = year / 100;
        int golden = year % 19;
        int k = (century - 17) / 25;
        int i = (century - century / 4 - (century - k) / 3 + 19 * golden + 15) % 30;
        i = i - i / 28 * (1 - 29 / (i + 1) * ((21 - golden) / 11));
        int j = (year + year / 4 + i + 2 - century + century / 4) % 7;
        int l = i - j;
        int month = 3 + (l + 40) / 44;
        return LocalDate.of(year, month, l + 28 - 31 * (month / 4));
    }
}
