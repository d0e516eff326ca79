package switchboard.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import switchboard.api.assistant.Assistant.Turn;
import switchboard.api.knowledge.Knowledge;
import switchboard.api.knowledge.Passage;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Message;
import switchboard.assistant.tool.Offer;
import switchboard.assistant.tool.Toolbox;

/** Puts together what the language model needs to know this turn, and no more. Thread-safe, stateless. */
record Briefing(Knowledge knowledge, Toolbox toolbox, CompanyTime time) {

    private static final int PASSAGES = 8;
    /** Below that a passage is about something else: right answers were measured from 0.35, and 0.22 helped by shared words. */
    private static final double USEFUL = 0.22;
    /** Twelve exchanges: the longest booking with its corrections. */
    private static final int MESSAGES = 24;
    private static final int SHORT_QUESTION_WORDS = 4;

    ChatRequest of(Turn turn) {
        List<Message> all = turn.conversation();
        List<Message> recent = all.subList(Math.max(0, all.size() - MESSAGES), all.size());
        List<Passage> passages = knowledge.search(turn.company(), searched(recent), PASSAGES).stream()
                .filter(passage -> passage.similarity() >= USEFUL).toList();
        List<Offer> tools = ToolNeed.of(turn.company().language()).isIn(recent, passages) ? toolbox.of(turn.company()) : List.of();
        return new ChatRequest(CorePrompt.of(turn.company()), recent, passages, tools.stream().map(Offer::description).toList(),
                time.now(turn.company()), turn.company().languageModel());
    }

    /** The same, after tools have answered. */
    static ChatRequest continued(ChatRequest request, List<Message> more) {
        List<Message> conversation = new ArrayList<>(request.conversation());
        conversation.addAll(more);
        return new ChatRequest(request.instructions(), conversation, request.knowledge(), request.tools(), request.now(), request.settings());
    }

    /** What to look up: a short question ("And on Sunday?") means little without the one before it. */
    private static String searched(List<Message> conversation) {
        String question = conversation.get(conversation.size() - 1).text();
        if (question.split("\\s+").length >= SHORT_QUESTION_WORDS) {
            return question;
        }
        Stream<Message> before = conversation.subList(0, conversation.size() - 1).stream();
        return before.filter(Message.User.class::isInstance).map(Message::text)
                .reduce((first, second) -> second).map(said -> said + " " + question).orElse(question);
    }
}
