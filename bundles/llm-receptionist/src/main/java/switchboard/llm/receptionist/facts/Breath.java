package switchboard.llm.receptionist.facts;

import java.util.regex.Pattern;
import switchboard.api.knowledge.Passage;

/** What is told of a passage: it, and what stands beside it in its paragraph, if all that is said in one breath. */
final class Breath {

    private static final int WORDS = 32;
    /** No end of a sentence, perhaps with a mark that only goes on. */
    private static final Pattern OPEN = Pattern.compile("(?<![.!?…][\"”»')]?)[\\s,;:–-]*$");

    private Breath() {
    }

    /** As written. */
    static String of(Passage passage) {
        String withNext = together(passage.text(), passage.after());
        String withBefore = together(passage.before(), withNext);
        return words(withBefore) <= WORDS ? withBefore : words(withNext) <= WORDS ? withNext : passage.text();
    }

    private static String together(String one, String other) {
        return (one.isEmpty() || other.isEmpty() ? one : ended(one) + " ") + other;
    }

    /** A text that is not taken for the beginning of what is said after it: rows and items of lists have no full stop. */
    static String ended(String text) {
        return OPEN.matcher(text.strip()).replaceFirst(".");
    }

    private static int words(String text) {
        return text.split("\\s+").length;
    }
}
