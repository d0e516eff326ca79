package switchboard.spoken.time;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Finds hours among the numbers that no rule claimed: "tomorrow, seven", "seven works", "at seven, sorry, eight".
 *
 * <p>Such a number is an hour only if it takes up an hour said before, stands beside a day, or is all that was said; and
 * beside a day only if no clearer time was said.
 */
final class LooseHours {

    private static final Set<String> CONTINUING = Set.of("or", "to", "till", "until", "and", "-", "not");
    private static final Set<String> APPROVING = Set.of("works", "suits", "still", "sounds", "would", "should");

    /** Who says more than this says more than an hour. */
    private static final int MOST_TOKENS = 30;

    /** "The one", "the later one", "no one". */
    private static final Set<String> BEFORE_ONE = Set.of("the", "that", "this", "later", "earlier", "any", "no", "other", "last", "next", "which",
            "same", "just", "only", "good", "nice", "each", "every");

    List<Match> among(List<Match> found, Phrase phrase) {
        List<Match> matches = new ArrayList<>(found);
        for (int i = 0; i < phrase.size(); i++) {
            int at = i;
            List<LocalTime> times = matches.stream().anyMatch(match -> covers(match, at)) ? List.of() : times(phrase, i);
            if (!times.isEmpty() && isHour(matches, phrase, i)) {
                int index = (int) matches.stream().filter(match -> match.to() <= at).count();
                matches.add(index, new Match(i, phrase.is(i + 1, "ish") ? i + 2 : i + 1, Meaning.times(times)));
            }
        }
        return matches;
    }

    private static List<LocalTime> times(Phrase phrase, int i) {
        int number = phrase.number(i);
        boolean part = phrase.token(i).glued() && phrase.mark(i - 1) || phrase.token(i + 1).glued() && phrase.number(i + 2) >= 0 && !phrase.is(i + 1, "-")
                || phrase.number(i - 1) >= 0 || phrase.number(i + 1) >= 0;
        boolean pronoun = phrase.is(i, "one") && (phrase.ordinal(i - 1) > 0 || phrase.in(i - 1, BEFORE_ONE));
        if (number < 1 || pronoun || part || People.counted(phrase, i + 1) || phrase.in(i - 1, Words.CURRENCY)) {
            return List.of();
        }
        return number < 24 ? Hours.either(number, 0) : ClockTimes.compact(phrase.token(i)).stream().filter(t -> t.getMinute() % 5 == 0).toList();
    }

    private static boolean isHour(List<Match> matches, Phrase phrase, int i) {
        return takesUp(matches, phrase, i) || precedes(matches, phrase, i) || phrase.is(i - 1, "to") && Link.isMoved(phrase, i)
                || matches.stream().allMatch(match -> match.meaning().times().isEmpty())
                && (besideDay(matches, phrase, i) || phrase.in(i + 1, APPROVING) || isAllThatWasSaid(matches, phrase, i));
    }

    /** Whether an earlier time is corrected, or an alternative to it given. */
    private static boolean takesUp(List<Match> matches, Phrase phrase, int i) {
        Match before = matches.stream().filter(match -> match.to() <= i).reduce((a, b) -> b).orElse(new Match(0, 0, Meaning.NEITHER));
        IntPredicate links = at -> phrase.in(at, Words.CORRECTIONS) || phrase.in(at, CONTINUING);
        return !before.meaning().times().isEmpty()
                && (IntStream.range(before.to(), i).anyMatch(links) || phrase.is(before.from() - 1, "not"))
                && IntStream.range(before.to(), i).allMatch(at -> phrase.mark(at) || phrase.in(at, Words.FILLERS) || links.test(at)
                        || phrase.in(at, Words.LEADING));
    }

    /** The six of "six or six thirty" and the seven of "7 to 9 pm". */
    private static boolean precedes(List<Match> matches, Phrase phrase, int i) {
        boolean linked = phrase.in(i + 1, CONTINUING) && (!phrase.is(i + 1, "and") || phrase.is(i - 1, "between"));
        return linked && matches.stream().anyMatch(match -> match.from() == i + 2 && !match.meaning().times().isEmpty());
    }

    private static boolean besideDay(List<Match> matches, Phrase phrase, int i) {
        int before = i - 1;
        while (before >= 0 && (phrase.is(before, ",") || phrase.in(before, Words.SOFTENERS))) {
            before--;
        }
        int after = i + 1;
        while (phrase.is(after, ",") || phrase.is(after, "on") || phrase.is(after, "the") || phrase.is(after, "ish")) {
            after++;
        }
        int left = before;
        int right = after;
        return matches.stream().filter(match -> !match.meaning().isNeither()).anyMatch(match -> match.to() == left + 1 || match.from() == right);
    }

    private static boolean isAllThatWasSaid(List<Match> matches, Phrase phrase, int i) {
        return phrase.size() <= MOST_TOKENS && IntStream.range(0, phrase.size()).allMatch(at -> at == i || phrase.mark(at) || phrase.in(at, Words.FILLERS)
                || phrase.number(at) >= 0 || phrase.is(at, "or") || matches.stream().anyMatch(match -> covers(match, at)));
    }

    private static boolean covers(Match match, int i) {
        return match.from() <= i && i < match.to();
    }
}
