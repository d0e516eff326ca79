package switchboard.api.llm;

import static java.util.Objects.requireNonNull;

import java.util.List;
import switchboard.api.knowledge.Passage;

/**
 * What a language model is asked.
 *
 * @param instructions the short core of the prompt: who answers and how; the same bytes for every turn of a company, so
 *                     that a model may cache them
 * @param conversation oldest first; the last message is the caller's
 * @param knowledge    what the company's documents say on the last message, best first; may be empty
 * @param settings     which endpoint and model the company wants
 */
public record ChatRequest(String instructions, List<Message> conversation, List<Passage> knowledge, LanguageModelSettings settings) {

    public ChatRequest {
        requireNonNull(instructions, "instructions");
        requireNonNull(settings, "settings");
        conversation = List.copyOf(conversation);
        knowledge = List.copyOf(knowledge);
        if (conversation.isEmpty() || !(conversation.get(conversation.size() - 1) instanceof Message.User)) {
            throw new IllegalArgumentException("the last message of a conversation must be the caller's");
        }
    }

    /** What the caller said last. */
    public String question() {
        return conversation.get(conversation.size() - 1).text();
    }
}
