package switchboard.api.knowledge;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Turns text into a vector, so that texts of like meaning lie close together.
 *
 * <p><b>Service.</b> Published when warm; leased through {@link switchboard.api.model.Models}.
 * <p><b>Threading.</b> Thread-safe; some milliseconds per sentence.
 */
@ProviderType
public interface TextEmbedder {

    /** Length of the vectors. */
    int dimensions();

    /**
     * The meaning of a text.
     *
     * @param text any text; what exceeds the model's limit is cut off
     * @return a new vector of length one; the cosine of two is their dot product
     * @throws IllegalStateException if the model has been retired, or failed on this text
     */
    float[] embed(String text);

    /**
     * The meaning of a question, to be compared with that of texts that may answer it.
     *
     * @param question any text; what exceeds the model's limit is cut off
     * @return as {@link #embed}, which it is of a model that makes no difference
     * @throws IllegalStateException if the model has been retired, or failed on this text
     */
    default float[] embedQuestion(String question) {
        return embed(question);
    }
}
