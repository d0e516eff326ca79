package switchboard.api.knowledge;

import java.util.OptionalDouble;

/**
 * A piece of a company's documents that answers, or may answer, a question.
 *
 * @param text       one fact or paragraph, as written
 * @param source     the document it stands in, relative to the company's knowledge folder
 * @param similarity cosine of its meaning and the question's, in [-1, 1]
 * @param topic      the headings above it, or the question that it answers; empty if there are none
 * @param before     the passage before it in the same paragraph; empty if there is none
 * @param after      the passage after it in the same paragraph; empty if there is none
 * @param sameMatter how probably it is about the matter (parking, the price, …) that the question is about, in [0, 1]; empty if that cannot be told
 */
public record Passage(String text, String source, double similarity, String topic, String before, String after, OptionalDouble sameMatter) {

    /** A passage of which nobody can tell whether its matter is the question's. */
    public Passage(String text, String source, double similarity, String topic, String before, String after) {
        this(text, source, similarity, topic, before, after, OptionalDouble.empty());
    }

    /** A passage that is a paragraph by itself. */
    public Passage(String text, String source, double similarity, String topic) {
        this(text, source, similarity, topic, "", "");
    }

    /** A passage without a heading. */
    public Passage(String text, String source, double similarity) {
        this(text, source, similarity, "");
    }

    /** The text behind its topic, for whoever reads it without the document. */
    public String inContext() {
        return topic.isEmpty() ? text : topic + ": " + text;
    }
}
