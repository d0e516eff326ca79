package switchboard.assistant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.assistant.Assistant.Turn;
import switchboard.api.knowledge.Knowledge;
import switchboard.api.knowledge.Passage;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Message;
import switchboard.assistant.tool.Offer;
import switchboard.assistant.tool.Toolbox;

/** Puts together what the language model needs to know this turn, and no more. Thread-safe, stateless. */
record Briefing(Knowledge knowledge, Toolbox toolbox, CompanyTime time) {

    private static final Logger log = LoggerFactory.getLogger(Briefing.class);
    /** So many that the right one is among them even if its words are all others; a model reads as many as it wants, the best first. */
    private static final int PASSAGES = 32;
    /** Below that a passage is about something else: right answers were measured from 0.13 on, helped by words that mean the same. */
    private static final double USEFUL = 0.1;
    private static final int SHORT_QUESTION_WORDS = 4;
    private static final int LONG_QUESTION_WORDS = 9;
    private static final Pattern LEANS = Pattern.compile("(?i)^\\W*(?:and|what about|how about|und|y)\\b|\\b(?:it|they|them|that|those)\\b");
    /** "I'm coeliac, is that a problem?": what it is about stands before it. */
    private static final Pattern STANDS = Pattern.compile("(?i)^\\W*(?:i|i'm|i've|we|we're|we've|my|our)\\b.{3,}\\b(?:is|are|would|will) (?:it|that|this|those)\\b");

    /** @param deeds of this call, which nobody but the assistant knows of */
    ChatRequest of(Turn turn, List<Deed> deeds) {
        Recollection call = Recollection.of(told(turn.conversation(), deeds));
        List<Message> recent = call.recent();
        List<Passage> passages = passages(turn, recent);
        Set<String> kinds = turn.company().business().bookings().map(rules -> rules.durations().keySet()).orElse(Set.of());
        List<Offer> tools = ToolNeed.of(turn.company().language()).isIn(recent, kinds, passages) ? toolbox.of(turn.company()) : List.of();
        log.debug("call={} company={} turn={} messages={} passages={} tools={}", turn.callId(), turn.company().id(), turn.number(), recent.size(), passages.size(), tools.size());
        return new ChatRequest(CorePrompt.of(turn.company()), recent, passages, tools.stream().map(Offer::description).toList(),
                turn.time().map(set -> set.atZone(turn.company().business().timeZone())).orElseGet(() -> time.now(turn.company())),
                turn.company().languageModel(), new ChatRequest.House(turn.company().language(), turn.company().business().hours()), call.earlier());
    }

    private static List<Message> told(List<Message> conversation, List<Deed> deeds) {
        List<Message> told = conversation;
        for (Deed deed : deeds) {
            told = deed.toldIn(told);
        }
        return told;
    }

    private List<Passage> passages(Turn turn, List<Message> conversation) {
        try {
            return best(searched(conversation).stream().flatMap(words -> knowledge.search(turn.company(), words, PASSAGES).stream()));
        } catch (RuntimeException e) {
            // A model that was retired this moment; without facts the assistant still knows that it does not know.
            log.error("call={} company={} event=search-failed", turn.callId(), turn.company().id(), e);
            return List.of();
        }
    }

    /** The likest first, and each once, as like as any of the searches found it. */
    private static List<Passage> best(Stream<Passage> found) {
        Set<List<String>> seen = new HashSet<>();
        return found.filter(passage -> passage.similarity() >= USEFUL).sorted(Comparator.comparingDouble(Passage::similarity).reversed())
                .filter(passage -> seen.add(List.of(passage.source(), passage.topic(), passage.text()))).limit(PASSAGES).toList();
    }

    /** The same, after tools have answered. */
    static ChatRequest continued(ChatRequest request, List<Message> more) {
        List<Message> conversation = new ArrayList<>(request.conversation());
        conversation.addAll(more);
        return new ChatRequest(request.instructions(), conversation, request.knowledge(), request.tools(), request.now(), request.settings(), request.house(),
                request.earlier());
    }

    /** What to look up: a short question ("And on Sunday?"), or one about "it", may mean little without the one before it, and all alone ("Parking?"). */
    static List<String> searched(List<Message> conversation) {
        // A yes tells nothing of what it is said to; what was done for it does.
        List<String> said = IntStream.range(0, conversation.size()).filter(i -> conversation.get(i) instanceof Message.User)
                .mapToObj(i -> i + 2 < conversation.size() && conversation.get(i + 2) instanceof Message.ToolOutput done ? done.spoken() : conversation.get(i).text()).toList();
        String question = said.get(said.size() - 1);
        int words = question.split("\\s+").length;
        boolean needsTheOneBefore = said.size() > 1 && (words < SHORT_QUESTION_WORDS || words < LONG_QUESTION_WORDS && LEANS.matcher(question).find() && !STANDS.matcher(question).find());
        return needsTheOneBefore ? List.of(said.get(said.size() - 2) + " " + question, question) : List.of(question);
    }
}
