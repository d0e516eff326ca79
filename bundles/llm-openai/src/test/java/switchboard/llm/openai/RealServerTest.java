package switchboard.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static switchboard.llm.openai.OpenAiChatTest.deadlines;
import static switchboard.llm.openai.OpenAiChatTest.model;

import java.net.URI;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import switchboard.api.knowledge.Passage;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Generation;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.llm.Message;
import switchboard.api.tool.ToolDescription;

/** The wire, not the wit, of a real server: src/test/real-server/run starts one. */
@Tag("models")
@EnabledIfEnvironmentVariable(named = "LLM_TEST_ENDPOINT", matches = ".+")
@Timeout(120)
class RealServerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(100);

    /** A busy machine may be slower than a caller would bear. */
    private final OpenAiChat model = model(deadlines(PATIENCE, PATIENCE, PATIENCE));
    private final Heard heard = new Heard();

    @AfterEach
    void close() {
        model.close();
    }

    @Test
    void it_streams_an_answer_in_pieces() throws Exception {
        model.generate(request(24), heard);
        List<GenerationEvent> all = heard.all();
        assertThat(all).hasSizeGreaterThan(3).last().isEqualTo(new GenerationEvent.Ended());
        assertThat(Heard.text(all)).isNotBlank();
    }

    @Test
    void it_answers_two_at_once() throws Exception {
        Heard other = new Heard();
        model.generate(request(16), heard);
        model.generate(request(16), other);
        assertThat(heard.answer()).isNotBlank();
        assertThat(other.answer()).isNotBlank();
    }

    @Test
    void it_serves_the_next_after_one_was_cancelled() throws Exception {
        Heard cancelled = new Heard();
        Generation generation = model.generate(request(2000), cancelled);
        cancelled.next();
        generation.close();
        model.generate(request(8), heard);
        assertThat(heard.answer()).isNotBlank();
    }

    @Test
    void it_accepts_tools_and_what_they_have_done() throws Exception {
        List<Message> conversation = List.of(new Message.User("A table for four, please."),
                new Message.ToolUse("a1b2c3d4e", "look_up", "{\"party\":4}"), new Message.ToolOutput("a1b2c3d4e", "{\"free\":true}", "It is free."),
                new Message.Assistant("There is one."), new Message.User("And for five?"),
                new Message.ToolUse("f1b2c3d4e", "look_up", "{\"party\":5}"), new Message.ToolOutput("f1b2c3d4e", "{\"free\":false}", "It is taken."));
        var tool = new ToolDescription("look_up", "Looks for a free table.",
                "{\"type\":\"object\",\"properties\":{\"party\":{\"type\":\"integer\"}},\"additionalProperties\":false}", false, Duration.ofSeconds(1));
        ChatRequest plain = request(60);
        model.generate(new ChatRequest(plain.instructions(), conversation, plain.knowledge(), List.of(tool), ZonedDateTime.now(),
                plain.settings()), heard);
        List<GenerationEvent> all = heard.all();
        // What a small model makes of it is not the point: words, a request, or one that is broken.
        assertThat(all.get(all.size() - 1).toString()).containsAnyOf("Ended", "broken JSON", "not offered");
    }

    @Test
    void it_is_not_found_at_a_wrong_address() throws Exception {
        model.generate(request(URI.create(System.getenv("LLM_TEST_ENDPOINT") + "elsewhere/"), 8), heard);
        assertThat(heard.failure()).contains("status 404", "check llm.endpoint");
    }

    private static ChatRequest request(int maxTokens) {
        return request(URI.create(System.getenv("LLM_TEST_ENDPOINT")), maxTokens);
    }

    private static ChatRequest request(URI address, int maxTokens) {
        var settings = new LanguageModelSettings(Optional.of(address), Optional.empty(), Optional.empty(), 0, maxTokens);
        return new ChatRequest("You answer the telephone of a restaurant.",
                List.of(new Message.Assistant("Hello, Tomatitos."), new Message.User("Tell me about your restaurant.")),
                List.of(new Passage("We cook Spanish food and open at noon.", "about.md", 0.7)), settings);
    }
}
