package switchboard.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static switchboard.llm.openai.FakeEndpoint.DONE;
import static switchboard.llm.openai.FakeEndpoint.STOP;
import static switchboard.llm.openai.FakeEndpoint.chunk;
import static switchboard.llm.openai.FakeEndpoint.send;
import static switchboard.llm.openai.OpenAiChatTest.model;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.GenerationEvent.Ended;
import switchboard.api.llm.GenerationEvent.Text;
import switchboard.api.llm.GenerationEvent.ToolRequested;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.llm.Message;
import switchboard.api.tool.ToolDescription;

/** What an endpoint asks for in {@code delta.tool_calls}. */
@Timeout(60)
class ToolRequestTest {

    private static final String CALLS = "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"tool_calls\"}]}\n\n";

    private final Heard heard = new Heard();
    private final OpenAiChat model = model(Deadlines.OF_A_CALL);
    private FakeEndpoint endpoint;

    @BeforeEach
    void open() throws Exception {
        endpoint = new FakeEndpoint();
    }

    @AfterEach
    void close() {
        model.close();
        endpoint.close();
    }

    @Test
    void the_pieces_of_a_call_are_put_together() throws Exception {
        assertThat(answer(
                call("\"index\":0,\"id\":\"c1\",\"type\":\"function\"", "\"name\":\"book\",\"arguments\":\"\""),
                call("\"index\":0", "\"arguments\":\"{\\\"par\""),
                call("\"index\":0", "\"arguments\":\"ty\\\":4}\""),
                CALLS)).containsExactly(new ToolRequested("c1", "book", "{\"party\":4}"), new Ended());
        assertThat(endpoint.asked.get(0)).contains("\"tools\":[{", "\"name\":\"book\"");
    }

    @Test
    void several_calls_may_alternate_and_are_reported_in_order_after_the_words() throws Exception {
        assertThat(answer(
                chunk("One moment."),
                call("\"index\":1,\"id\":\"c2\"", "\"name\":\"look_up\""),
                call("\"index\":0,\"id\":\"c1\"", "\"name\":\"book\",\"arguments\":\"{\\\"party\\\"\""),
                call("\"index\":1", "\"arguments\":\"{\""),
                call("\"index\":0", "\"arguments\":\":4}\""),
                call("\"index\":1", "\"arguments\":\"}\""),
                CALLS)).containsExactly(new Text("One moment."), new ToolRequested("c1", "book", "{\"party\":4}"),
                        new ToolRequested("c2", "look_up", "{}"), new Ended());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "\"index\":0,\"id\":\"c1\"|\"index\":0,\"id\":\"c2\"",     // whole calls, each of index 0
        "\"id\":\"c1\"|\"id\":\"c2\"",
        "\"index\":null|\"index\":null",
        "\"index\":0,\"id\":\"\"|\"index\":1,\"id\":\"\"",
        "\"index\":0,\"id\":\"old\"|\"index\":1,\"id\":\"old\""})
    void whole_calls_are_told_apart_however_they_are_numbered(String heads) throws Exception {
        String[] head = heads.split("\\|");
        List<ToolRequested> tools = tools(answer(
                call(head[0], "\"name\":\"book\",\"arguments\":{\"party\":4}"),
                call(head[1], "\"name\":\"look_up\",\"arguments\":\"\""),
                STOP));
        assertThat(tools).extracting(ToolRequested::name).containsExactly("book", "look_up");
        assertThat(tools).extracting(ToolRequested::arguments).containsExactly("{\"party\":4}", "{}");
        assertThat(tools).extracting(ToolRequested::id).doesNotHaveDuplicates().doesNotContain("", "old");
    }

    @Test
    void an_id_for_each_piece_makes_no_other_call() throws Exception {
        assertThat(answer(
                call("\"index\":0,\"id\":\"c1\"", "\"name\":\"book\",\"arguments\":\"{\""),
                call("\"index\":0,\"id\":\"c2\"", "\"name\":null,\"arguments\":\"}\""),
                CALLS)).containsExactly(new ToolRequested("c1", "book", "{}"), new Ended());
    }

    @Test
    void calls_without_a_reason_to_end_are_complete_with_done() throws Exception {
        assertThat(answer(call("\"index\":0,\"id\":\"c1\"", "\"name\":\"book\""), DONE))
                .containsExactly(new ToolRequested("c1", "book", "{}"), new Ended());
    }

    @Test
    void a_tool_that_was_not_offered_is_ignored_with_a_line_that_does_not_name_it() throws Exception {
        try (Log log = new Log()) {
            assertThat(answer(
                    call("\"index\":0,\"id\":\"c1\"", "\"name\":\"Jane\",\"arguments\":\"broken\""),
                    call("\"index\":1,\"id\":\"c2\"", "\"name\":\"look_up\""),
                    CALLS)).containsExactly(new ToolRequested("c2", "look_up", "{}"), new Ended());
            assertThat(log.line("event=tool-not-offered")).contains("INFO", "ignored=1").doesNotContain("Jane");
        }
    }

    @Test
    void an_answer_of_ignored_tools_alone_fails() throws Exception {
        assertThat(failure(call("\"index\":0,\"id\":\"c1\"", "\"name\":\"greet\",\"arguments\":\"{}\""), CALLS)).contains("not offered");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\\\"party\\\":", "[1]", "4", "null", "{'party':4}", "{} {}"})
    void arguments_that_are_no_json_object_fail(String arguments) throws Exception {
        String length = "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"length\"}]}\n\n";
        assertThat(failure(call("\"index\":0,\"id\":\"c1\"", "\"name\":\"book\",\"arguments\":\"" + arguments + "\""), length))
                .contains("broken JSON", "finish_reason length", "llm.max.tokens");
    }

    @Test
    void calls_that_never_end_are_cut_off() throws Exception {
        endpoint.streams(body -> {
            while (endpoint.end.getCount() > 0) {
                send(body, call("\"index\":0", "\"arguments\":\"" + " ".repeat(1000) + "\""));
            }
        });
        model.generate(request(), heard);
        assertThat(heard.failure()).contains("65536 bytes");
    }

    @Test
    void a_stream_that_breaks_off_asks_for_nothing() throws Exception {
        assertThat(failure(call("\"index\":0,\"id\":\"c1\"", "\"name\":\"book\""))).contains("before the answer was complete");
    }

    @Test
    void the_usage_is_logged_at_debug_only() throws Exception {
        try (Log log = new Log()) {
            answer(chunk("Yes"), STOP, "data: {\"choices\":[],\"usage\":{\"prompt_tokens\":30,\"completion_tokens\":2}}\n\n", DONE);
            assertThat(log.line("event=usage")).contains("DEBUG", "prompt_tokens=30", "completion_tokens=2");
        }
    }

    private List<GenerationEvent> answer(String... events) throws Exception {
        endpoint.streams(body -> send(body, String.join("", events)));
        model.generate(request(), heard);
        return heard.all();
    }

    private String failure(String... events) throws Exception {
        List<GenerationEvent> all = answer(events);
        assertThat(tools(all)).isEmpty();
        return ((GenerationEvent.Failed) all.get(all.size() - 1)).reason();
    }

    static List<ToolRequested> tools(List<GenerationEvent> events) {
        return events.stream().filter(ToolRequested.class::isInstance).map(ToolRequested.class::cast).toList();
    }

    private static String call(String head, String function) {
        return "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":null,\"tool_calls\":[{" + head + ",\"function\":{" + function
                + "}}]},\"finish_reason\":null}]}\n\n";
    }

    private ChatRequest request() {
        return request(endpoint);
    }

    /** Offers {@code book} and {@code look_up}, in a conversation that knows the use {@code old}. */
    static ChatRequest request(FakeEndpoint endpoint) {
        var settings = new LanguageModelSettings(Optional.of(endpoint.address()), Optional.of("small"), Optional.empty(), 0, 50);
        List<Message> conversation = List.of(new Message.User("Yes."), new Message.ToolUse("old", "book", "{}"),
                new Message.ToolOutput("old", "booked", "It is booked."), new Message.User("Another table."));
        List<ToolDescription> tools = Stream.of("book", "look_up")
                .map(name -> new ToolDescription(name, "Does it.", "{\"type\":\"object\"}", false, Duration.ofSeconds(1))).toList();
        return new ChatRequest("Be brief.", conversation, List.of(), tools, ZonedDateTime.now(), settings);
    }
}
