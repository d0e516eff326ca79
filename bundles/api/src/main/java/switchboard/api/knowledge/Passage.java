package switchboard.api.knowledge;

/**
 * A piece of a company's documents that answers, or may answer, a question.
 *
 * @param text       one fact or paragraph, as written
 * @param source     the document it stands in, relative to the company's knowledge folder
 * @param similarity cosine of its meaning and the question's, in [-1, 1]
 */
public record Passage(String text, String source, double similarity) {}
