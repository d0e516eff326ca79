package switchboard.assistant;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import switchboard.api.assistant.Assistant;
import switchboard.api.company.Company;
import switchboard.api.knowledge.Knowledge;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Generation;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.LanguageModel;
import switchboard.api.llm.Message;
import switchboard.api.model.Lease;
import switchboard.api.model.Models;

/** Puts together what the language model needs to know this turn, and no more. Thread-safe, stateless. */
@Component
public final class CompanyAssistant implements Assistant {

    private static final int PASSAGES = 8;
    private static final int MESSAGES = 12;
    private static final int SHORT_QUESTION_WORDS = 4;

    private final Models models;
    private final Knowledge knowledge;

    @Activate
    public CompanyAssistant(@Reference Models models, @Reference Knowledge knowledge) {
        this.models = models;
        this.knowledge = knowledge;
    }

    @Override
    public Generation reply(Turn turn, Consumer<GenerationEvent> listener) {
        Company company = turn.company();
        List<Message> conversation = turn.conversation();
        Optional<Lease<LanguageModel>> lease = models.lease(LanguageModel.class, company.models().languageModel());
        if (lease.isEmpty()) {
            listener.accept(new GenerationEvent.Failed("no language model is warm for company " + company.id()));
            return () -> {};
        }
        List<Message> recent = conversation.subList(Math.max(0, conversation.size() - MESSAGES), conversation.size());
        ChatRequest request = new ChatRequest(CorePrompt.of(company), recent,
                knowledge.search(company, searched(recent), PASSAGES), company.languageModel());
        return LeasedGeneration.start(lease.get(), request, listener, () -> models.lease(LanguageModel.class, ""));
    }

    @Override
    public void forget(String callId) {
        // nothing is kept for a call yet
    }

    /** What to look up: a short question ("And on Sunday?") means little without the one before it. */
    private static String searched(List<Message> conversation) {
        String question = conversation.get(conversation.size() - 1).text();
        if (question.split("\\s+").length >= SHORT_QUESTION_WORDS) {
            return question;
        }
        return conversation.subList(0, conversation.size() - 1).stream()
                .filter(Message.User.class::isInstance).map(Message::text)
                .reduce((first, second) -> second).map(before -> before + " " + question).orElse(question);
    }
}
