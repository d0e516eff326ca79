package switchboard.llm.receptionist.facts;

import switchboard.api.knowledge.Passage;

/** What is told of a passage: it, and what stands beside it in its paragraph, if all that is said in one breath. */
final class Breath {

    private static final int WORDS = 32;

    private Breath() {
    }

    /** As written. */
    static String of(Passage passage) {
        String withNext = together(passage.text(), passage.after());
        String withBefore = together(passage.before(), withNext);
        return words(withBefore) <= WORDS ? withBefore : words(withNext) <= WORDS ? withNext : passage.text();
    }

    private static String together(String one, String other) {
        return (one + " " + other).strip();
    }

    private static int words(String text) {
        return text.split("\\s+").length;
    }
}
