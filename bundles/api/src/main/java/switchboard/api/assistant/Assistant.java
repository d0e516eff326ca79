package switchboard.api.assistant;

import java.util.List;
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
     * Starts to answer the last message.
     *
     * @param company      who answers
     * @param conversation oldest first; the last message is the caller's
     * @param listener     as for {@link switchboard.api.llm.LanguageModel#generate}
     * @return closing it cancels
     */
    Generation reply(Company company, List<Message> conversation, Consumer<GenerationEvent> listener);
}
