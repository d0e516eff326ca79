package switchboard.llm.llama;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import switchboard.api.knowledge.Passage;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.llm.Message;
import switchboard.api.tool.ToolDescription;

/** Requests for tests. */
final class Requests {

    static final ZonedDateTime NOW = ZonedDateTime.of(2026, 11, 25, 10, 0, 0, 0, ZoneOffset.UTC);
    static final String CORE = "You are the receptionist of Tomatitos. Answer in one short sentence.";
    static final ToolDescription BOOK = new ToolDescription("book_table", "Books a table.", """
            {"type": "object", "properties": {
                "name": {"type": "string", "minLength": 1, "maxLength": 40},
                "when": {"type": "string", "minLength": 1, "maxLength": 60},
                "party": {"type": "integer", "minimum": 1, "maximum": 20}},
             "required": ["name", "when", "party"], "additionalProperties": false}""", true, Duration.ofSeconds(1));

    private Requests() {
    }

    static ChatRequest of(Message... conversation) {
        return of(List.of(conversation), List.of(), List.of(), 40);
    }

    static ChatRequest of(List<Message> conversation, List<Passage> passages, List<ToolDescription> tools, int maxTokens) {
        return new ChatRequest(CORE, conversation, passages, tools, NOW,
                new LanguageModelSettings(Optional.empty(), Optional.empty(), Optional.empty(), 0, maxTokens));
    }

    static Message.User user(String words) {
        return new Message.User(words);
    }

    static Passage passage(String text) {
        return new Passage(text, "facts.md", 0.7);
    }

    static String times(int count, String text) {
        return String.join(" ", Collections.nCopies(count, text));
    }
}
