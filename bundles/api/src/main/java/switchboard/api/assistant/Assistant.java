package switchboard.api.assistant;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import switchboard.api.company.Company;
import switchboard.api.llm.Generation;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.Message;

/**
 * Answers for a company: puts together what its language model needs to know and lets it answer.
 *
 * <p>Thread-safe. {@link #reply} returns at once; see {@link switchboard.api.llm.LanguageModel} for the events.
 */
@ProviderType
public interface Assistant {

    /**
     * Starts to answer the caller's last words.
     *
     * @param turn     who asked what
     * @param listener receives any number of {@link GenerationEvent.Text}, then exactly one {@link GenerationEvent.Ended} or
     *                 {@link GenerationEvent.Failed}; never a request for a tool, which the assistant fulfils itself
     * @return closing it cancels; a tool that is running is let finish
     */
    Reply reply(Turn turn, Consumer<GenerationEvent> listener);

    /** Whether a company's answers take some milliseconds and cost nothing, so that they may be asked for on a mere guess. */
    default boolean answersAtOnce(Company company) {
        return false;
    }

    /** Whether a company's answers may be asked for a few times while a caller speaks, on a guess that what was said is all. */
    default boolean takesGuesses(Company company) {
        return answersAtOnce(company);
    }

    /** The call is over; what was kept for it is forgotten. */
    void forget(String callId);

    /** A running answer. Thread-safe. */
    @ProviderType
    interface Reply extends Generation {

        /**
         * The turn that was {@linkplain Turn#speculative speculative} is over, and this is its answer: it may do from now on what
         * it might not before. Has no effect on an answer that has failed, or was not speculative.
         */
        default void confirm() { }

        /**
         * The language model that answers, or did, as {@code bundle@version}: who takes the time of the answer. Another one may take
         * over before the first words. Empty until a model is asked, and if the assistant answers alone.
         */
        default Optional<String> owner() {
            return Optional.empty();
        }
    }

    /**
     * One turn of a caller.
     *
     * @param company      who answers
     * @param callId       the call
     * @param number       of the turn in the call
     * @param conversation oldest first; the last message is the caller's
     * @param speculative  whether the caller may yet go on: nothing with a side effect is done, nothing is kept; if the
     *                     answer needs either before it is {@linkplain Reply#confirm confirmed}, it fails, and the turn is
     *                     asked again when it is certain
     * @param time         the company's local time to assume; empty for that of the clock
     */
    record Turn(Company company, String callId, int number, List<Message> conversation, boolean speculative, Optional<LocalDateTime> time) {

        public Turn {
            conversation = List.copyOf(conversation);
        }

        /** A turn that has ended. */
        public Turn(Company company, String callId, int number, List<Message> conversation) {
            this(company, callId, number, conversation, false, Optional.empty());
        }
    }
}
