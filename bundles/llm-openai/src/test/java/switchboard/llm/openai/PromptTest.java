package switchboard.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import switchboard.api.knowledge.Passage;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.llm.Message;

class PromptTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final Message HELLO = new Message.Assistant("Hello, Tomatitos.");
    private static final Message QUESTION = new Message.User("Are you open on Sunday?");

    @Test
    void the_settings_are_passed_on() {
        JsonObject body = body(List.of(QUESTION), List.of());
        assertThat(body.get("model").getAsString()).isEqualTo("small");
        assertThat(body.get("temperature").getAsDouble()).isEqualTo(0.5);
        assertThat(body.get("max_tokens").getAsInt()).isEqualTo(50);
        assertThat(body.get("stream").getAsBoolean()).isTrue();
    }

    @Test
    void without_a_model_the_endpoint_chooses() {
        var request = new ChatRequest("Be brief.", List.of(QUESTION), List.of(), LanguageModelSettings.EMBEDDED);
        assertThat(Prompt.of(request, TODAY)).doesNotContain("model");
    }

    @Test
    void what_changes_stands_last() {
        var passages = List.of(new Passage("On Sunday we open at noon.", "hours.md", 0.8),
                new Passage("Dogs are welcome.\n", "faq.md", 0.2));
        assertThat(said(List.of(QUESTION), passages)).containsExactly(
                "system: Be brief.",
                """
                user: What the company has written down:
                - On Sunday we open at noon.
                - Dogs are welcome.

                Today is Wednesday, 25 November 2026.

                The caller says: Are you open on Sunday?""");
    }

    @Test
    void without_knowledge_there_is_only_the_date() {
        assertThat(said(List.of(QUESTION), List.of()))
                .last().isEqualTo("user: Today is Wednesday, 25 November 2026.\n\nThe caller says: Are you open on Sunday?");
    }

    @Test
    void a_greeting_answers_the_beginning_of_the_call() {
        assertThat(said(List.of(HELLO, QUESTION), List.of())).startsWith(
                "system: Be brief.", "user: (The call begins.)", "assistant: Hello, Tomatitos.").hasSize(4);
    }

    @Test
    void user_and_assistant_take_turns() {
        var conversation = List.of(HELLO, new Message.User("Well,"), new Message.Assistant(""), new Message.User("a table."),
                new Message.Assistant("Yes."), new Message.Assistant("When?"), QUESTION);
        assertThat(said(conversation, List.of())).contains("user: Well,\na table.", "assistant: Yes.\nWhen?").hasSize(6);
    }

    private static List<String> said(List<Message> conversation, List<Passage> knowledge) {
        return body(conversation, knowledge).getAsJsonArray("messages").asList().stream().map(message -> message.getAsJsonObject())
                .map(message -> message.get("role").getAsString() + ": " + message.get("content").getAsString()).toList();
    }

    private static JsonObject body(List<Message> conversation, List<Passage> knowledge) {
        var settings = new LanguageModelSettings(Optional.empty(), Optional.of("small"), Optional.empty(), 0.5, 50);
        return JsonParser.parseString(Prompt.of(new ChatRequest("Be brief.", conversation, knowledge, settings), TODAY)).getAsJsonObject();
    }
}
