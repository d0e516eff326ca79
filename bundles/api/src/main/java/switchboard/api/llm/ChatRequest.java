package switchboard.api.llm;

import static java.util.Objects.requireNonNull;

import java.time.ZonedDateTime;
import java.util.List;
import switchboard.api.company.OpeningHours;
import switchboard.api.knowledge.Passage;
import switchboard.api.tool.ToolDescription;

/**
 * What a language model is asked.
 *
 * @param instructions the short core of the prompt: who answers and how; the same bytes for every turn of a company, so
 *                     that a model may cache them
 * @param conversation oldest first; the last message is the caller's, or the output of a tool that the model asked for
 * @param knowledge    what the company's documents say on the last message, best first; may be empty
 * @param tools        what the model may ask for
 * @param now          the company's time
 * @param settings     which endpoint and model the company wants
 * @param house        what is known of the company without its documents
 * @param earlier      what was said and done in this call before the first message of the conversation, in short and in English, the
 *                     caller's own words quoted; empty if nothing was, or it is not known
 */
public record ChatRequest(String instructions, List<Message> conversation, List<Passage> knowledge, List<ToolDescription> tools,
        ZonedDateTime now, LanguageModelSettings settings, House house, String earlier) {

    /**
     * What is known of a company without its documents.
     *
     * @param language primary subtag of BCP 47: what is spoken with its callers
     * @param hours    when it is open
     */
    public record House(String language, OpeningHours hours) {

        /** English is spoken, and it is not known when. */
        public static final House UNKNOWN = new House("en", OpeningHours.UNKNOWN);
    }

    public ChatRequest {
        requireNonNull(instructions, "instructions");
        requireNonNull(settings, "settings");
        requireNonNull(earlier, "earlier");
        conversation = List.copyOf(conversation);
        knowledge = List.copyOf(knowledge);
        tools = List.copyOf(tools);
        if (conversation.stream().noneMatch(Message.User.class::isInstance)) {
            throw new IllegalArgumentException("the caller must have said something");
        }
        Message last = conversation.get(conversation.size() - 1);
        if (!(last instanceof Message.User || last instanceof Message.ToolOutput)) {
            throw new IllegalArgumentException("the last message must be the caller's or a tool's");
        }
    }

    /** Of a call that has not been long. */
    public ChatRequest(String instructions, List<Message> conversation, List<Passage> knowledge, List<ToolDescription> tools,
            ZonedDateTime now, LanguageModelSettings settings, House house) {
        this(instructions, conversation, knowledge, tools, now, settings, house, "");
    }

    /** Of a house that is not known. */
    public ChatRequest(String instructions, List<Message> conversation, List<Passage> knowledge, List<ToolDescription> tools,
            ZonedDateTime now, LanguageModelSettings settings) {
        this(instructions, conversation, knowledge, tools, now, settings, House.UNKNOWN);
    }

    /** Without tools, and at this moment. */
    public ChatRequest(String instructions, List<Message> conversation, List<Passage> knowledge, LanguageModelSettings settings) {
        this(instructions, conversation, knowledge, List.of(), ZonedDateTime.now(), settings);
    }

    /** What the caller said last. */
    public String question() {
        for (int i = conversation.size() - 1; ; i--) {
            if (conversation.get(i) instanceof Message.User said) {
                return said.text();
            }
        }
    }
}
