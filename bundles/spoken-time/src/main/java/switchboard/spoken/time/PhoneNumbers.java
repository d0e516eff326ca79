package switchboard.spoken.time;

import java.util.Optional;
import java.util.Set;

/** "0151 234 5678", "oh seven seven double five …", "+44 20 7946 0958": digits in a row, in figures or one by one. */
final class PhoneNumbers implements Rule {

    private static final Set<String> REPEATS = Set.of("double", "triple");
    private static final Set<String> BETWEEN = Set.of("-", "(", ")", "/", ",", ".", "+");
    private static final Set<String> ANNOUNCING = Set.of("number", "phone", "mobile", "telephone", "cell");
    private static final int FEWEST_DIGITS = 6;
    private static final int MOST_TOKENS = 40;
    private static final int FEWEST_ANNOUNCED = 3;
    private static final int ANNOUNCED_WITHIN = 3;

    @Override
    public Optional<Match> at(Phrase phrase, int i) {
        int digits = 0;
        int end = i;
        boolean first = isPart(phrase, i) || phrase.is(i, "+") || phrase.is(i, "(");
        for (int at = i; first && at < i + MOST_TOKENS && (isPart(phrase, at) || at < phrase.size() && phrase.in(at, BETWEEN)); at++) {
            if (isPart(phrase, at)) {
                digits += digits(phrase, at);
                end = at + 1;
            }
        }
        int fewest = announced(phrase, i) ? FEWEST_ANNOUNCED : FEWEST_DIGITS;
        return digits >= fewest ? Optional.of(new Match(i, end, Meaning.NEITHER)) : Optional.empty();
    }

    private static boolean isPart(Phrase phrase, int i) {
        boolean repeat = phrase.in(i, REPEATS) && phrase.number(i + 1) >= 0;
        boolean oh = phrase.is(i, "oh") && (phrase.number(i + 1) >= 0 || phrase.is(i + 1, "oh"));
        return phrase.number(i) >= 0 && !ClockTimes.continues(phrase, i + 1) || repeat || oh;
    }

    private static int digits(Phrase phrase, int i) {
        if (phrase.token(i).digits()) {
            return phrase.word(i).length();
        }
        return phrase.is(i, "oh") ? 1 : phrase.in(i, REPEATS) ? (phrase.is(i, "double") ? 1 : 2) : phrase.number(i) < 10 ? 1 : 2;
    }

    private static boolean announced(Phrase phrase, int i) {
        for (int at = i - 1; at >= i - ANNOUNCED_WITHIN; at--) {
            if (phrase.in(at, ANNOUNCING)) {
                return true;
            }
        }
        return phrase.is(i - 1, "on") && (phrase.is(i - 2, "me") || phrase.is(i - 2, "us"));
    }
}
