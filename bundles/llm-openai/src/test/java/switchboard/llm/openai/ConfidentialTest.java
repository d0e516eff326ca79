package switchboard.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.llm.Message;

class ConfidentialTest {

    private static final List<Message> CONVERSATION =
            List.of(new Message.User("Miller"), new Message.User("My name is Jane Miller, model citizen"));

    private final Confidential confidential = new Confidential(
            new ChatRequest("", CONVERSATION, List.of(), LanguageModelSettings.EMBEDDED), Optional.of("Bearer sk-secret"));

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"error\": {\"message\": \"no such model\", \"type\": \"x\"}}",
        "{\"error\": \"no such model\"}",
        "{\"object\": \"error\", \"message\": \"no such model\", \"code\": 404}",
        "{\"error\": null, \"detail\": \"no\\nsuch   model\"}"})
    void the_message_is_found_where_servers_put_it(String body) {
        assertThat(confidential.message(body)).isEqualTo("no such model");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>gone</html>", "", "[1, 2]", "null", "{\"error\": {}}", "{"})
    void a_body_without_a_message_says_nothing(String body) {
        assertThat(confidential.message(body)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bad input: 'name is  JANE'", "who is Miller?", "wrong key sk-secret"})
    void what_quotes_the_caller_or_the_key_is_withheld(String quoting) {
        assertThat(confidential.shown(quoting)).startsWith("its message is withheld").doesNotContain("Jane", "Miller", "sk-secret");
    }

    @Test
    void what_a_tool_was_asked_and_answered_is_withheld() {
        var conversation = List.<Message>of(new Message.User("Book it."),
                new Message.ToolUse("a", "book", "{\"name\":\"John Smith\"}"), new Message.ToolOutput("a", "booked for Mary Jones", ""));
        var tools = new Confidential(new ChatRequest("", conversation, List.of(), LanguageModelSettings.EMBEDDED), Optional.empty());
        assertThat(tools.shown("bad arguments {\"name\": \"John Smith\"}")).startsWith("its message is withheld");
        assertThat(tools.shown("what is 'booked for Mary'?")).startsWith("its message is withheld");
    }

    @Test
    void a_word_in_common_is_no_quotation() {
        assertThat(confidential.shown("the model is unknown")).isEqualTo("the model is unknown");
    }

    @Test
    void what_a_server_shows_of_the_key_is_dropped() {
        assertThat(confidential.shown("Incorrect API key provided: sk-s**cret. Find yours."))
                .isEqualTo("Incorrect API key provided: … Find yours.");
    }

    @Test
    void long_messages_are_shortened() {
        assertThat(confidential.shown("word ".repeat(100))).hasSize(201).endsWith("…");
    }
}
