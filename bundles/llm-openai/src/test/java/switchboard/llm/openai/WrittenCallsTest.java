package switchboard.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static switchboard.llm.openai.FakeEndpoint.DONE;
import static switchboard.llm.openai.FakeEndpoint.STOP;
import static switchboard.llm.openai.FakeEndpoint.chunk;
import static switchboard.llm.openai.FakeEndpoint.send;
import static switchboard.llm.openai.OpenAiChatTest.model;
import static switchboard.llm.openai.ToolRequestTest.tools;

import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.GenerationEvent.Text;
import switchboard.api.llm.GenerationEvent.ToolRequested;

/** What a model writes into its answer instead of asking properly. */
@Timeout(60)
class WrittenCallsTest {

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

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"name\": \"book\", \"arguments\": {\"who\": \"A } B\", \"at\": {\"h\": 8}}}",
        "```json\n{\"name\": \"book\", \"arguments\": {\"who\": \"A } B\", \"at\": {\"h\": 8}}}\n```",
        "```\n{\n  \"name\": \"book\",\n  \"arguments\": {\"who\": \"A } B\", \"at\": {\"h\": 8}}\n}\n```\n",
        "{{\"name\": \"book\", \"arguments\": {\"who\": \"A } B\", \"at\": {\"h\": 8}}}}",
        "```json\n{{\"name\": \"book\", \"arguments\": {{\"who\": \"A } B\", \"at\": {{\"h\": 8}}}}}}\n```",
        "{{\"name\": \"book\", \"arguments\": {\"who\": \"A } B\", \"at\": {\"h\": 8}}}",
        "<tool_call>\n{\"name\": \"book\", \"arguments\": {\"who\": \"A } B\", \"at\": {\"h\": 8}}}\n</tool_call>",
        "<|python_tag|>{\"name\": \"book\", \"parameters\": {\"who\": \"A } B\", \"at\": {\"h\": 8}}}",
        "[TOOL_CALLS] [{\"name\": \"book\", \"arguments\": {\"who\": \"A } B\", \"at\": {\"h\": 8}}}]",
        "{\"type\": \"function\", \"function\": {\"name\": \"book\", \"arguments\": \"{\\\"who\\\": \\\"A } B\\\", \\\"at\\\": {\\\"h\\\": 8}}\"}}"})
    void a_written_call_is_a_request_and_never_spoken(String written) throws Exception {
        List<GenerationEvent> all = answer("One moment, please. " + written + " Your table is booked!");
        assertThat(Heard.text(all)).isEqualTo("One moment, please. ");
        assertThat(tools(all)).hasSize(1);
        ToolRequested tool = tools(all).get(0);
        assertThat(tool.name()).isEqualTo("book");
        assertThat(tool.arguments()).isEqualTo("{\"who\":\"A } B\",\"at\":{\"h\":8}}");
        assertThat(tool.id()).matches("[a-z0-9]{9}");
        assertThat(all).last().isEqualTo(new GenerationEvent.Ended());
    }

    @Test
    void several_written_calls_keep_their_order() throws Exception {
        assertThat(tools(answer("[{\"name\":\"look_up\"}, {\"name\":\"book\",\"arguments\":{}}]")))
                .extracting(ToolRequested::name).containsExactly("look_up", "book");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "We cook {almost} everything.", "Say `hello` or ``` hello.", "5 < 6 <b>and</b> [1] [", "A set {1, 2}", "```python\nprint(1)\n```",
        "It ends with <tool_call>", "and {", "``"})
    void what_only_looks_like_a_call_is_spoken(String text) throws Exception {
        List<GenerationEvent> all = answer(text);
        assertThat(Heard.text(all)).isEqualTo(text);
        assertThat(all).last().isEqualTo(new GenerationEvent.Ended());
    }

    @Test
    void words_do_not_wait_for_the_end() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        endpoint.streams(body -> {
            send(body, chunk("We open {") + chunk("at"));
            first.await();
            send(body, chunk(" noon}") + STOP + DONE);
        });
        model.generate(ToolRequestTest.request(endpoint), heard);
        assertThat(heard.next()).isEqualTo(new Text("We open "));
        assertThat(heard.next()).isEqualTo(new Text("{at"));
        first.countDown();
        assertThat(heard.answer()).isEqualTo(" noon}");
    }

    @Test
    void a_call_of_what_was_not_offered_is_dropped_and_the_words_after_it_are_spoken() throws Exception {
        assertThat(Heard.text(answer("```json\n{\"name\": \"greet\", \"arguments\": {}}\n```\nHello!"))).isEqualTo("Hello!");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\": \"greet\", \"arguments\": {}}", "\n```json\n{\"answer\": \"noon\"}\n```"})
    void nothing_but_what_was_not_offered_fails(String text) throws Exception {
        assertThat(failure(text)).contains("not offered");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"name\": \"book\", \"arguments\": {\"party\": ", "```json\n{\"name\": \"book\", \"arguments\": {'party': 4}}\n```",
        "{\"name\": \"book\", \"arguments\": [4]}", "{\"name\": \"look_up\"} {\"name\": \"book"})
    void a_broken_call_fails(String text) throws Exception {
        assertThat(failure(text)).contains("broken JSON");
    }

    @Test
    void a_call_asked_for_properly_is_not_asked_for_twice() throws Exception {
        endpoint.streams(body -> send(body, chunk("<tool_call>{\\\"name\\\":\\\"book\\\"}")
                + "data: {\"choices\":[{\"delta\":{\"tool_calls\":[{\"index\":0,\"id\":\"c1\",\"function\":{\"name\":\"book\"}}]},"
                + "\"finish_reason\":\"tool_calls\"}]}\n\n" + DONE));
        model.generate(ToolRequestTest.request(endpoint), heard);
        assertThat(heard.all()).containsExactly(new ToolRequested("c1", "book", "{}"), new GenerationEvent.Ended());
    }

    @Test
    void without_tools_all_text_is_spoken() throws Exception {
        endpoint.streams(body -> send(body, pieces("{\"name\": \"book\"}") + STOP + DONE));
        model.generate(OpenAiChatTest.request(endpoint.address(), Optional.empty()), heard);
        assertThat(heard.answer()).isEqualTo("{\"name\": \"book\"}");
    }

    private String failure(String text) throws Exception {
        List<GenerationEvent> all = answer(text);
        assertThat(Heard.text(all)).isBlank();
        assertThat(tools(all)).isEmpty();
        return ((GenerationEvent.Failed) all.get(all.size() - 1)).reason();
    }

    private List<GenerationEvent> answer(String text) throws Exception {
        endpoint.streams(body -> send(body, pieces(text) + STOP + DONE));
        model.generate(ToolRequestTest.request(endpoint), heard);
        return heard.all();
    }

    /** Character by character: the hardest way to arrive. */
    private static String pieces(String text) {
        StringBuilder pieces = new StringBuilder();
        text.chars().forEach(c -> {
            String quoted = new JsonPrimitive(String.valueOf((char) c)).toString();
            pieces.append(chunk(quoted.substring(1, quoted.length() - 1)));
        });
        return pieces.toString();
    }
}
