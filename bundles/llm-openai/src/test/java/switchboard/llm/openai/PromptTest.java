package switchboard.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import switchboard.api.knowledge.Passage;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.llm.Message;
import switchboard.api.tool.ToolDescription;

class PromptTest {

    /** Half past midnight in Auckland, still Tuesday in most of the world. */
    private static final ZonedDateTime NOW = ZonedDateTime.of(2026, 11, 25, 0, 30, 0, 0, ZoneId.of("Pacific/Auckland"));
    private static final String TODAY = "Today is Wednesday, 25 November 2026.\\n\\nThe caller says: ";
    private static final LanguageModelSettings SETTINGS =
            new LanguageModelSettings(Optional.empty(), Optional.of("small"), Optional.empty(), 0.5, 50);
    private static final Message HELLO = new Message.Assistant("Hello, Tomatitos.");
    private static final Message QUESTION = new Message.User("Are you open on Sunday?");

    @Test
    void the_settings_are_passed_on() throws Exception {
        JsonObject body = body(List.of(QUESTION), List.of());
        assertThat(body.get("model").getAsString()).isEqualTo("small");
        assertThat(body.get("temperature").getAsDouble()).isEqualTo(0.5);
        assertThat(body.get("max_tokens").getAsInt()).isEqualTo(50);
        assertThat(body.get("stream").getAsBoolean()).isTrue();
        assertThat(body.get("stream_options")).hasToString("{\"include_usage\":true}");
    }

    @Test
    void of_a_tool_the_model_reads_what_it_needs_to_ask_for_it() throws Exception {
        String schema = """
                {"type": "object", "properties": {"name": {"type": "string", "minLength": 1, "maxLength": 80, "description": "whose"},
                "maxLength": {"type": "array", "items": {"type": "string", "maxLength": 9}}, "party": {"type": "integer", "maximum": 9}},
                "required": ["name"], "additionalProperties": false}""";
        var tools = List.of(new ToolDescription("book", "Books.", schema, true, Duration.ofSeconds(1)));
        var request = new ChatRequest("Be brief.", List.of(QUESTION), List.of(), tools, NOW, SETTINGS);
        JsonObject function = JsonParser.parseString(Prompt.of(request).json(TokenLimit.MAX_TOKENS)).getAsJsonObject().getAsJsonArray("tools").get(0).getAsJsonObject()
                .getAsJsonObject("function");
        assertThat(function.getAsJsonObject("parameters")).isEqualTo(JsonParser.parseString("""
                {"type": "object", "properties": {"name": {"type": "string", "description": "whose"},
                "maxLength": {"type": "array", "items": {"type": "string"}}, "party": {"type": "integer", "maximum": 9}}, "required": ["name"]}"""));
    }

    @Test
    void without_a_model_the_endpoint_chooses() throws Exception {
        var request = new ChatRequest("Be brief.", List.of(QUESTION), List.of(), LanguageModelSettings.EMBEDDED);
        assertThat(Prompt.of(request).json(TokenLimit.MAX_TOKENS)).doesNotContain("model");
    }

    @Test
    void what_changes_stands_last() throws Exception {
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
    void without_knowledge_there_is_only_the_date() throws Exception {
        assertThat(said(List.of(QUESTION), List.of()))
                .last().isEqualTo("user: Today is Wednesday, 25 November 2026.\n\nThe caller says: Are you open on Sunday?");
    }

    @Test
    void what_was_said_long_ago_stands_before_the_rest_of_the_call() throws Exception {
        JsonObject body = body(new ChatRequest("Be brief.", List.of(HELLO, QUESTION), List.of(), List.of(), NOW, SETTINGS, ChatRequest.House.UNKNOWN,
                "The caller said: \"I am Anna.\""));
        assertThat(body.getAsJsonArray("messages").get(1).getAsJsonObject().get("content").getAsString())
                .isEqualTo("(Earlier in this call. The caller said: \"I am Anna.\")");
        assertThat(body.getAsJsonArray("messages").get(1).getAsJsonObject().get("role").getAsString()).isEqualTo("user");
        assertThat(body.getAsJsonArray("messages")).hasSize(4);
    }

    @Test
    void a_greeting_answers_the_beginning_of_the_call() throws Exception {
        assertThat(said(List.of(HELLO, QUESTION), List.of())).startsWith(
                "system: Be brief.", "user: (The call begins.)", "assistant: Hello, Tomatitos.").hasSize(4);
    }

    @Test
    void user_and_assistant_take_turns() throws Exception {
        var conversation = List.<Message>of(HELLO, new Message.User("Well,"), new Message.Assistant(""), new Message.User("a table."),
                new Message.Assistant("Yes."), new Message.Assistant("When?"), QUESTION);
        assertThat(said(conversation, List.of())).contains("user: Well,\na table.", "assistant: Yes.\nWhen?").hasSize(6);
    }

    @Test
    void tools_are_offered_with_their_schema() throws Exception {
        JsonObject body = body(new ChatRequest("", List.of(QUESTION), List.of(), List.of(tool("{\"type\": \"object\"}")), NOW, SETTINGS));
        assertThat(body.get("tools")).hasToString("[{\"type\":\"function\",\"function\":{\"name\":\"look_up\","
                + "\"description\":\"Looks it up.\",\"parameters\":{\"type\":\"object\"}}}]");
    }

    @Test
    void without_tools_the_endpoint_hears_nothing_of_tools() throws Exception {
        assertThat(body(List.of(QUESTION), List.of()).has("tools")).isFalse();
    }

    @Test
    void a_tool_with_broken_parameters_is_named() {
        var request = new ChatRequest("", List.of(QUESTION), List.of(), List.of(tool("{'type': object}")), NOW, SETTINGS);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> Prompt.of(request)).withMessageContaining("tool look_up");
    }

    @Test
    void what_tools_have_done_is_told_where_it_happened() throws Exception {
        var conversation = List.<Message>of(new Message.User("Yes."), new Message.ToolUse("a", "book", "{\"party\":4}"),
                new Message.ToolOutput("a", "booked", "It is booked."), new Message.Assistant("It is booked."), QUESTION);
        assertThat(messages(conversation)).containsExactly(
                "{\"role\":\"system\",\"content\":\"Be brief.\"}",
                "{\"role\":\"user\",\"content\":\"Yes.\"}",
                "{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[" + call("a", "book", "{\\\"party\\\":4}") + "]}",
                "{\"role\":\"tool\",\"content\":\"booked\",\"tool_call_id\":\"a\"}",
                "{\"role\":\"assistant\",\"content\":\"It is booked.\"}",
                "{\"role\":\"user\",\"content\":\"" + TODAY + "Are you open on Sunday?\"}");
    }

    @Test
    void several_uses_in_a_row_are_one_message_with_what_was_said_before_them() throws Exception {
        var conversation = List.<Message>of(QUESTION, new Message.Assistant("Let me see."), new Message.ToolUse("a", "look_up", "{}"),
                new Message.ToolUse("b", "look_up", "{}"), new Message.ToolOutput("a", "noon", ""), new Message.ToolOutput("b", "late", ""));
        assertThat(messages(conversation)).containsExactly(
                "{\"role\":\"system\",\"content\":\"Be brief.\"}",
                "{\"role\":\"user\",\"content\":\"" + TODAY + "Are you open on Sunday?\"}",
                "{\"role\":\"assistant\",\"content\":\"Let me see.\",\"tool_calls\":["
                        + call("a", "look_up", "{}") + "," + call("b", "look_up", "{}") + "]}",
                "{\"role\":\"tool\",\"content\":\"noon\",\"tool_call_id\":\"a\"}",
                "{\"role\":\"tool\",\"content\":\"late\",\"tool_call_id\":\"b\"}");
    }

    @Test
    void a_use_without_an_output_is_left_out_and_the_reverse() throws Exception {
        var conversation = List.<Message>of(new Message.User("Hello"), new Message.ToolUse("a", "book", "{}"),
                new Message.ToolOutput("b", "found", ""), QUESTION);
        assertThat(messages(conversation)).hasSize(2).last().asString().contains("Hello\\nToday");
    }

    private static ToolDescription tool(String parameters) {
        return new ToolDescription("look_up", "Looks it up.", parameters, false, Duration.ofSeconds(1));
    }

    private static String call(String id, String name, String arguments) {
        return "{\"id\":\"" + id + "\",\"type\":\"function\",\"function\":{\"name\":\"" + name + "\",\"arguments\":\"" + arguments + "\"}}";
    }

    private static List<String> messages(List<Message> conversation) throws Refusal {
        return body(conversation, List.of()).getAsJsonArray("messages").asList().stream().map(Object::toString).toList();
    }

    private static List<String> said(List<Message> conversation, List<Passage> knowledge) throws Refusal {
        return body(conversation, knowledge).getAsJsonArray("messages").asList().stream().map(message -> message.getAsJsonObject())
                .map(message -> message.get("role").getAsString() + ": " + message.get("content").getAsString()).toList();
    }

    private static JsonObject body(List<Message> conversation, List<Passage> knowledge) throws Refusal {
        return body(new ChatRequest("Be brief.", conversation, knowledge, List.of(), NOW, SETTINGS));
    }

    private static JsonObject body(ChatRequest request) throws Refusal {
        return JsonParser.parseString(Prompt.of(request).json(TokenLimit.MAX_TOKENS)).getAsJsonObject();
    }
}
