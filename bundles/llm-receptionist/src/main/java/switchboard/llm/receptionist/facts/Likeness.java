package switchboard.llm.receptionist.facts;

import java.util.Set;

/** Whether two words are nearly the same to the ear or the eye: misheard, misspelt, or one inside the other. */
final class Likeness {

    private static final int LONG_ENOUGH = 6;
    private static final int COMPOUND_PART = 4;
    private static final int COMPOUND_END = 6;

    /** Shorter words are often others: "show" and "shower". */
    private static final int DERIVED_FROM = 5;
    private static final Set<String> ENDINGS = Set.of("er", "ion", "ation", "at", "ly", "ally", "ment", "ness", "ery", "ist", "anc", "enc", "ance", "ence");

    private Likeness() {
    }

    static boolean between(String one, String other, String language) {
        return language.equals("de") && isPart(one, other) || language.equals("en") && isDerived(one, other) || Math.min(one.length(), other.length()) >= LONG_ENOUGH && one.charAt(0) == other.charAt(0) && differByOne(one, other);
    }

    /** "Inject" and "injection", "organic" and "organically". */
    private static boolean isDerived(String one, String other) {
        String longer = one.length() >= other.length() ? one : other;
        String shorter = longer == one ? other : one;
        return shorter.length() >= DERIVED_FROM && longer.startsWith(shorter) && ENDINGS.contains(longer.substring(shorter.length()));
    }

    /** German writes "Parkplatz" in one word; it begins with "Park". Many words end with "platz". */
    private static boolean isPart(String one, String other) {
        String longer = one.length() >= other.length() ? one : other;
        String shorter = longer == one ? other : one;
        return shorter.length() >= COMPOUND_PART && longer.startsWith(shorter) || shorter.length() >= COMPOUND_END && longer.endsWith(shorter);
    }

    /** One letter is other, missing, too many, or two have changed places. */
    private static boolean differByOne(String one, String other) {
        String longer = one.length() >= other.length() ? one : other;
        String shorter = longer == one ? other : one;
        int i = 0;
        while (i < shorter.length() && shorter.charAt(i) == longer.charAt(i)) {
            i++;
        }
        if (longer.length() > shorter.length()) {
            return longer.length() == shorter.length() + 1 && longer.substring(i + 1).equals(shorter.substring(i));
        }
        boolean swapped = i + 1 < longer.length() && longer.charAt(i) == shorter.charAt(i + 1) && longer.charAt(i + 1) == shorter.charAt(i) && longer.substring(i + 2).equals(shorter.substring(i + 2));
        return swapped || i < longer.length() && longer.substring(i + 1).equals(shorter.substring(i + 1));
    }
}
