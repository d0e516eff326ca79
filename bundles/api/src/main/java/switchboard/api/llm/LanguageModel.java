package switchboard.api.llm;

import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Continues a conversation.
 *
 * <p><b>Service.</b> Published when warm; leased through {@link switchboard.api.model.Models}.
 * <p><b>Threading.</b> Thread-safe. {@link #generate} returns at once; events come one after the other, on a thread of
 * the model, possibly before {@code generate} has returned. The listener does not block.
 */
@ProviderType
public interface LanguageModel {

    /**
     * Starts to answer.
     *
     * @param request  the conversation, ending with the caller's words
     * @param listener receives any number of {@link GenerationEvent.Text}, then exactly one {@link GenerationEvent.Ended}
     *                 or {@link GenerationEvent.Failed}; after {@link Generation#close()} nothing more
     * @return the running generation; closing it cancels
     */
    Generation generate(ChatRequest request, Consumer<GenerationEvent> listener);

    /**
     * A company will ask with these instructions, as in {@link ChatRequest#instructions()}: a model that remembers how prompts
     * begin may read them now, before the first caller waits for it. Returns soon; asking again has no harm.
     */
    default void prepare(String instructions) { }

    /**
     * Whether it can answer for a company with such settings. One that cannot, because it needs an endpoint and none is named, is not
     * asked in place of another that fails or is slow.
     */
    default boolean serves(LanguageModelSettings settings) {
        return true;
    }

    /** Whether an answer takes some milliseconds and costs nothing, so that it may be asked for while the caller still speaks. */
    default boolean answersAtOnce() {
        return false;
    }

    /**
     * Whether it may be asked a few times while the caller still speaks, on a guess that what was said is all: what an answer
     * costs that nobody wants is little, and it keeps no core of this machine busy.
     */
    default boolean takesGuesses() {
        return answersAtOnce();
    }

    /**
     * Whether every number that the model says is taken or computed from what it was told. What other models say is checked,
     * and a sentence with a number that nobody told them is not spoken.
     */
    default boolean inventsNothing() {
        return false;
    }
}
