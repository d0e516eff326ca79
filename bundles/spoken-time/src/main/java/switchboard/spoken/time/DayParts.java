package switchboard.spoken.time;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** "In the evening", "lunchtime", "early afternoon", "at night". */
final class DayParts implements Rule {

    private static final Map<String, DayPart> PARTS = Map.ofEntries(Map.entry("morning", DayPart.MORNING), Map.entry("mornings", DayPart.MORNING),
            Map.entry("afternoon", DayPart.AFTERNOON), Map.entry("afternoons", DayPart.AFTERNOON), Map.entry("evening", DayPart.EVENING),
            Map.entry("evenings", DayPart.EVENING), Map.entry("night", DayPart.NIGHT), Map.entry("nights", DayPart.NIGHT),
            Map.entry("lunchtime", DayPart.LUNCHTIME), Map.entry("dinnertime", DayPart.EVENING), Map.entry("teatime", DayPart.LATE_AFTERNOON));

    private static final Map<String, DayPart> EARLY = Map.of("morning", DayPart.EARLY_MORNING, "afternoon", DayPart.EARLY_AFTERNOON,
            "evening", DayPart.EARLY_EVENING);
    private static final Map<String, DayPart> LATE = Map.of("morning", DayPart.LATE_MORNING, "afternoon", DayPart.LATE_AFTERNOON,
            "evening", DayPart.LATE_EVENING, "night", DayPart.LATE_EVENING);

    /** Before a part of the day that is none: "all evening", "any morning". */
    private static final Set<String> VAGUE = Set.of("all", "any", "every", "each", "one", "some", "per", "good", "whole", "last", "nice",
            "other", "wedding");

    private static final Set<String> BEFORE_NIGHT = Set.of("at", "tomorrow", "this", "late", "eve", "the");

    @Override
    public Optional<Match> at(Phrase phrase, int i) {
        if (!phrase.is(i, "in") && phrase.in(i - 1, VAGUE) || isGreeting(phrase, i)) {
            return Optional.empty();
        }
        Cursor cursor = phrase.from(i);
        boolean early = cursor.take("early");
        boolean late = cursor.take("late");
        if (!cursor.take("in") && (early || late)) {
            return named(phrase, i);
        }
        cursor.take("the");
        // "Early tomorrow morning", "late in the evening".
        boolean dayBefore = phrase.is(i - 1, "tomorrow") || Names.weekday(phrase, i - 1).isPresent();
        boolean earlyDay = early || dayBefore && phrase.is(i - 2, "early");
        boolean lateDay = late || dayBefore && phrase.is(i - 2, "late");
        return named(phrase, cursor.at(), earlyDay, lateDay).filter(match -> isNightOfADay(phrase, match)).map(match -> match.from(i));
    }

    /** Whether "in the morning" or "at night" stands there. */
    static boolean follows(Phrase phrase, int i) {
        return phrase.is(i, "in") && phrase.is(i + 1, "the") && PARTS.containsKey(phrase.word(i + 2)) || phrase.is(i, "at") && phrase.is(i + 1, "night");
    }

    /** The part of the day that is named there. */
    static Optional<Match> named(Phrase phrase, int i) {
        boolean early = phrase.is(i, "early");
        boolean late = phrase.is(i, "late");
        return named(phrase, early || late ? i + 1 : i, early, late).map(match -> match.from(i));
    }

    private static Optional<Match> named(Phrase phrase, int i, boolean early, boolean late) {
        Cursor cursor = phrase.from(i);
        String word = phrase.word(cursor.at());
        Optional<DayPart> meal = phrase.is(cursor.at() + 1, "time") || phrase.is(i - 1, "at") ? DayPart.ofMeal(word) : Optional.empty();
        DayPart plain = early ? EARLY.get(word) : late ? LATE.get(word) : PARTS.get(word);
        Optional<DayPart> part = Optional.ofNullable(plain).or(() -> meal);
        cursor.move(cursor.at() + 1);
        cursor.take("time");
        return part.flatMap(found -> cursor.match(Meaning.part(found)));
    }

    /** "Evening, I'd like …" opens a call. */
    private static boolean isGreeting(Phrase phrase, int i) {
        return i == 0 && phrase.size() > 2 && (phrase.mark(1) || phrase.is(1, "i") || phrase.is(1, "i'd") || phrase.is(1, "can"));
    }

    private static boolean isNightOfADay(Phrase phrase, Match match) {
        int last = match.to() - 1;
        boolean night = phrase.is(last, "night") || phrase.is(last, "nights");
        return !night || phrase.in(last - 1, BEFORE_NIGHT) || Names.weekday(phrase, last - 1).isPresent() || phrase.ordinal(last - 1) > 0
                || phrase.number(last - 1) > 0 || Names.month(phrase, last - 1).isPresent();
    }
}
