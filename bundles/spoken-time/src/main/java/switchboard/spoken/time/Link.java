package switchboard.spoken.time;

import java.util.Set;
import java.util.stream.IntStream;

/** How a day or a time joins an earlier one. */
enum Link {
    /** "Friday … Saturday", "Friday, no, Saturday". */
    REPLACES,
    /** Like {@link #REPLACES}, with a word that says so. */
    CORRECTS,
    /** "Friday or Saturday", "between seven and eight". */
    ADDS,
    /** "Tomorrow, Friday": the same in other words. */
    REPEATS,
    /** "From seven to nine": the end of a range. */
    ENDS,
    /** "Saturday, not Friday". */
    DENIES;

    private static final Set<String> RANGE = Set.of("to", "till", "until", "-");
    private static final Set<String> FIRM = Set.of("at", "on", "for");
    private static final Set<String> ADVERBS = Set.of("before", "after", "until", "till");

    /** The first token of the words that introduce a match, such as "on the"; not before {@code limit}. */
    static int lead(Phrase phrase, Match match, int limit) {
        int from = match.from();
        while (from > limit && phrase.in(from - 1, Words.LEADING)
                && (from == match.from() || !phrase.in(from, FIRM) || phrase.in(from - 1, Words.SOFTENERS))) {
            from--;
        }
        return from;
    }

    /** Whether something is moved "from seven to eight" before that token. */
    static boolean isMoved(Phrase phrase, int i) {
        return IntStream.range(0, i).anyMatch(at -> phrase.in(at, Words.MOVING));
    }

    /** How what starts at {@code lead} joins what ended at {@code end}. */
    static Link between(Phrase phrase, int end, int lead, int from) {
        boolean not = phrase.is(lead - 1, "not") && !phrase.is(lead - 2, "why") && !phrase.is(lead - 2, "if")
                || phrase.is(lead - 1, "than") && phrase.is(lead - 2, "rather") || phrase.is(lead - 1, "of") && phrase.is(lead - 2, "instead");
        if (not && IntStream.range(lead, from).noneMatch(i -> phrase.in(i, ADVERBS))) {
            return DENIES;
        }
        if (end < 0) {
            return REPLACES;
        }
        if (IntStream.range(end, lead).anyMatch(i -> phrase.in(i, Words.CORRECTIONS))) {
            return CORRECTS;
        }
        if (phrase.in(end, RANGE) && (from - end == 1 || lead - end == 1)) {
            return isMoved(phrase, end) ? CORRECTS : ENDS;
        }
        if (phrase.is(lead - 1, "or") || phrase.is(lead - 1, "and")) {
            return ADDS;
        }
        return IntStream.range(end, lead).allMatch(phrase::mark) ? REPEATS : REPLACES;
    }
}
