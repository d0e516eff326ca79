package switchboard.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static switchboard.llm.openai.OpenAiChatTest.model;

import java.net.URI;
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

/** The wire, not the wit, of a real server: src/test/real-server/run starts one. */
@Tag("models")
@EnabledIfEnvironmentVariable(named = "LLM_TEST_ENDPOINT", matches = ".+")
@Timeout(120)
class RealServerTest {

    private final OpenAiChat model = model(Deadlines.OF_A_CALL);
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
