package switchboard.llm.receptionist.booking;

import java.util.regex.Pattern;

/** "One" where it counts nothing. */
final class Pronouns {

    /** "Book me one for Wednesday": no number. */
    private static final Pattern ONE_OF_THEM = Pattern.compile("(?i)\\b((?:book|reserve|schedule|need|want|like|have|get|make)(?: me| us| him| her)?) one(?= (?:for|on|at|in|this|next|please|tomorrow|today|tonight)\\b)");
    /** "Either one's fine": no number. */
    private static final Pattern NO_NUMBER = Pattern.compile("\\b(?:either|any|each|this|that|which|another|every|no|the (?:first|last|next|earliest|same|only|other|second)|got|have|had) one(?:'s)?\\b(?! (?:o'clock|thirty|fifteen|[ap]m|for|person|child|baby|kid|more|extra|of)\\b)|\\bone of (?:us|them|you|my|your|our|his|her|the|those)\\b|\\bfirst (?:thing|available|free)\\b");
    /** "At eight thirty, three of us" are not thirty three. */
    private static final Pattern TENS = Pattern.compile("(?i)\\b(twenty|thirty|forty|fifty)[,;] ?(?=(?:" + Numbers.NUMBER + ") (?:of us|people|persons|guests|adults)\\b)");

    private Pronouns() {
    }

    /** A text without those that stand for something: "either one", "one of us". */
    static String without(String said) {
        return NO_NUMBER.matcher(said).replaceAll(" ");
    }

    /**
     * What a caller said, so that only numbers are read as numbers.
     *
     * @param numberAsked whether one was asked for, so that "one for Friday" may be it
     */
    static String without(String said, boolean numberAsked) {
        String counted = TENS.matcher(without(said)).replaceAll("$1 and ");
        return numberAsked ? counted : ONE_OF_THEM.matcher(counted).replaceAll("$1 it");
    }
}
