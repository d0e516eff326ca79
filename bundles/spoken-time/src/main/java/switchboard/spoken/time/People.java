package switchboard.spoken.time;

import java.util.Optional;
import java.util.Set;

/** "For four people", "table for two", "party of 5", "we are six", "table seven": numbers that are no hour. */
final class People implements Rule {

    private static final Set<String> WE = Set.of("we", "there", "they", "us", "it");
    private static final Set<String> ARE = Set.of("are", "be", "is", "were", "was", "total");
    private static final Set<String> SHORT = Set.of("we're", "they're", "we'll", "we'd", "there'll", "it'll", "there're", "we've");
    private static final Set<String> NUMBERED = Set.of("table", "room", "number", "flat", "gate", "size", "extension", "apartment", "option", "suite");
    private static final Set<String> LINKS = Set.of("or", "to", "-", "maybe");

    private final Rule clock;

    People(Rule clock) {
        this.clock = clock;
    }

    @Override
    public Optional<Match> at(Phrase phrase, int i) {
        if (phrase.number(i) >= 0) {
            return numberOfPeople(phrase, i);
        }
        Cursor cursor = phrase.from(i);
        if (!opens(cursor)) {
            return Optional.empty();
        }
        while (cursor.takeAny(Words.SOFTENERS) || cursor.take("now") || cursor.take("all") || cursor.take("going", "to", "be")) {
            continue;
        }
        int number = cursor.at();
        if (phrase.number(number) < 0 || isTime(phrase, i, number)) {
            return Optional.empty();
        }
        boolean orMore = phrase.is(number + 1, "or") && phrase.number(number + 2) >= 0 && clock.at(phrase, number + 2).isEmpty();
        cursor.move(numberOfPeople(phrase, number).map(Match::to).orElse(orMore ? number + 3 : number + 1));
        return cursor.match(Meaning.NEITHER);
    }

    private static boolean opens(Cursor cursor) {
        if (cursor.take("for") || cursor.take("of") || cursor.takeAny(NUMBERED)) {
            return true;
        }
        if (cursor.takeAny(SHORT)) {
            cursor.take("be");
            return true;
        }
        if (cursor.takeAny(WE)) {
            if (!cursor.take("will")) {
                cursor.take("would");
            }
            return cursor.takeAny(ARE);
        }
        return false;
    }

    /** "For seven thirty", "for seven in the evening"; but "a table for four in the evening". */
    private boolean isTime(Phrase phrase, int i, int number) {
        if (counted(phrase, number + 1)) {
            return false;
        }
        boolean month = Names.month(phrase, number + 1).isPresent() && phrase.is(i, "for");
        boolean year = phrase.is(i, "of") && phrase.number(number) > 1900;
        boolean partOfDay = phrase.is(i, "for") && !phrase.is(i - 1, "table") && DayPart.ofMeal(phrase.word(i - 1)).isEmpty()
                && isHourOfThePart(phrase, number);
        return month || year || partOfDay || clock.at(phrase, number).filter(match -> match.length() > 1 || phrase.number(number) >= 100).isPresent();
    }

    /** Seven is an hour of the evening, two is none. */
    private static boolean isHourOfThePart(Phrase phrase, int number) {
        int hour = phrase.number(number);
        return hour <= 12 && DayParts.follows(phrase, number + 1) && DayParts.named(phrase, phrase.is(number + 1, "in") ? number + 3 : number + 2)
                .flatMap(match -> match.meaning().part()).filter(part -> part.of(Hours.either(hour, 0)).size() == 1).isPresent();
    }

    private static Optional<Match> numberOfPeople(Phrase phrase, int i) {
        Cursor cursor = phrase.from(i + 1);
        if (isRange(phrase, i) && !phrase.in(i - 1, Words.AT)) {
            cursor.move(i + 3);
        }
        if (!counted(phrase, cursor.at())) {
            return Optional.empty();
        }
        cursor.move(cursor.at() + (phrase.is(cursor.at(), "of") ? 2 : 1));
        return Optional.of(new Match(i, cursor.at(), Meaning.NEITHER));
    }

    /** "Four to six people", "two or three". */
    static boolean isRange(Phrase phrase, int i) {
        boolean link = phrase.in(i + 1, LINKS) || phrase.is(i + 1, "and") && phrase.is(i - 1, "between");
        return link && phrase.number(i + 2) >= 0 && counted(phrase, i + 3);
    }

    /** Whether people, or other things that are counted, are named there. */
    static boolean counted(Phrase phrase, int i) {
        int noun = i;
        while (phrase.in(noun, Words.SIZES)) {
            noun++;
        }
        return phrase.in(noun, Words.PEOPLE) || phrase.in(noun, Words.COUNTED)
                || phrase.is(i, "of") && (phrase.is(i + 1, "us") || phrase.is(i + 1, "you") || phrase.is(i + 1, "them"));
    }
}
