package switchboard.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static switchboard.llm.openai.FakeEndpoint.DONE;
import static switchboard.llm.openai.FakeEndpoint.STOP;
import static switchboard.llm.openai.FakeEndpoint.chunk;
import static switchboard.llm.openai.FakeEndpoint.send;
import static switchboard.llm.openai.OpenAiChatTest.deadlines;
import static switchboard.llm.openai.OpenAiChatTest.model;
import static switchboard.llm.openai.OpenAiChatTest.request;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.llm.Message;

@Timeout(60)
class FailureTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(300);

    private final Heard heard = new Heard();
    private FakeEndpoint endpoint;
    private OpenAiChat model = model(Deadlines.OF_A_CALL);

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
    @CsvSource({
        "401, check the key in the secret KEY",
        "403, check the key in the secret KEY",
        "404, check llm.endpoint and llm.model",
        "429, try again later",
        "500, try again later",
        "503, try again later",
        "400, check llm.model",
        "307, set llm.endpoint to the address it redirects to"})
    void an_error_status_comes_with_the_message_and_a_remedy(int status, String remedy) throws Exception {
        endpoint.responds(status, "application/json", body -> send(body, "{\"error\":{\"message\":\"not like this\"}}"));
        assertThat(failure(Optional.of("KEY"), Deadlines.OF_A_CALL))
                .contains("status " + status, "(not like this)", remedy).doesNotContain("sk-1");
    }

    @Test
    void a_refused_request_without_a_secret_asks_for_one() throws Exception {
        endpoint.responds(401, "text/html", body -> send(body, "<h1>no</h1>"));
        assertThat(failure()).contains("status 401: check whether llm.secret must name a key");
    }

    @Test
    void an_error_that_never_ends_is_cut_off() throws Exception {
        endpoint.responds(500, "application/json", endpoint::talk);
        assertThat(failure()).contains("status 500: try again later");
    }

    @Test
    void an_error_that_quotes_the_caller_is_withheld() throws Exception {
        endpoint.responds(400, "application/json", body -> send(body, "{\"message\":\"bad: When do you open on Sunday?\"}"));
        assertThat(failure()).contains("status 400", "withheld").doesNotContain("Sunday");
    }

    @ParameterizedTest
    @ValueSource(strings = {"data: {\n\n", "data: 1\n\n", "data: {\"choices\":3}\n\n",
        "data: {\"choices\":[{\"delta\":{\"content\":{}}}]}\n\n",
        "data:\n\n"})
    void what_is_no_chunk_fails(String event) throws Exception {
        endpoint.streams(body -> send(body, event + chunk("more") + DONE));
        assertThat(failure()).contains("no chunk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"choices\":null}", "{\"choices\":[null]}", "{\"choices\":[{}]}", "{\"choices\":[{\"delta\":null}]}",
        "{\"error\":null,\"choices\":[{\"delta\":{\"role\":\"assistant\",\"content\":null,\"tool_calls\":[]}}]}"})
    void what_may_be_absent_is(String json) throws Exception {
        endpoint.streams(body -> send(body, "data: " + json + "\n\n" + chunk("Yes") + STOP + DONE));
        ask(Optional.empty(), Deadlines.OF_A_CALL);
        assertThat(heard.answer()).isEqualTo("Yes");
    }

    @Test
    void an_error_in_the_stream_fails_after_the_words_before_it() throws Exception {
        endpoint.streams(body -> send(body, chunk("We") 
                + "data: {\"error\":{\"code\":500,\"message\":\"out of memory\"}}\n\n" + chunk("x")));
        ask(Optional.empty(), Deadlines.OF_A_CALL);
        assertThat(heard.next()).isEqualTo(new GenerationEvent.Text("We"));
        assertThat(heard.failure()).contains("(out of memory)", "try again later");
    }

    @Test
    void a_stream_that_ends_too_early_is_no_answer() throws Exception {
        endpoint.streams(body -> send(body, chunk("We open")));
        assertThat(failure()).contains("ended its stream before the answer was complete:");
    }

    @Test
    void a_connection_that_breaks_is_no_answer() throws Exception {
        endpoint.streams(body -> {
            send(body, chunk("We open"));
            throw new IllegalStateException("break");
        });
        assertThat(failure()).contains("try again later");
    }

    @Test
    void an_answer_that_is_not_streamed_names_its_type() throws Exception {
        endpoint.responds(200, "text/html", body -> send(body, "<html>Welcome</html>"));
        assertThat(failure()).contains("it is text/html", "llm.endpoint");
    }

    @ParameterizedTest
    @CsvSource({"content_filter, content filter", "length, no word", "tool_calls, no word"})
    void an_answer_without_a_word_says_why(String finishReason, String reason) throws Exception {
        endpoint.streams(body -> send(body, "data: {\"choices\":[{\"delta\":{},\"finish_reason\":\"" + finishReason + "\"}]}\n\n" + DONE));
        assertThat(failure()).contains(reason);
    }

    @Test
    void an_answer_without_end_is_cut_off_at_its_bound() throws Exception {
        endpoint.streams(endpoint::talk);
        ask(Optional.empty(), Deadlines.OF_A_CALL);
        List<GenerationEvent> all = heard.all();
        assertThat(Heard.text(all)).hasSizeBetween(StreamedAnswer.LONGEST - 10, StreamedAnswer.LONGEST);
        assertThat(((GenerationEvent.Failed) all.get(all.size() - 1)).reason()).contains("65536 bytes");
    }

    @Test
    void silence_before_the_first_event_fails() throws Exception {
        endpoint.streams(body -> endpoint.end.await());
        assertThat(failure(Optional.empty(), deadlines(SHORT, LONG, LONG))).contains("did not begin to answer within 0.3 s");
    }

    @Test
    void silence_in_the_middle_fails_though_comments_come() throws Exception {
        endpoint.streams(body -> {
            send(body, chunk("We"));
            while (endpoint.end.getCount() > 0) {
                send(body, ": " + "-".repeat(8192) + "\n\n");
            }
        });
        assertThat(failure(Optional.empty(), deadlines(LONG, SHORT, LONG))).contains("fell silent", "within 0.3 s");
    }

    @Test
    void an_answer_that_takes_too_long_as_a_whole_fails() throws Exception {
        endpoint.streams(body -> {
            while (endpoint.end.getCount() > 0) {
                send(body, chunk("") + ": " + "-".repeat(8192) + "\n\n");
            }
        });
        assertThat(failure(Optional.empty(), deadlines(LONG, LONG, SHORT))).contains("did not end its answer within 0.3 s");
    }

    @Test
    void a_server_that_does_not_run_is_named() throws Exception {
        ServerSocket free = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        free.close();
        model.generate(request(address(free), Optional.empty()), heard);
        assertThat(heard.failure()).contains("127.0.0.1:" + free.getLocalPort() + " could not be reached", "llm.endpoint");
    }

    @Test
    void a_server_that_accepts_and_says_nothing_fails() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            model.close();
            model = model(deadlines(SHORT, LONG, LONG));
            model.generate(request(address(mute), Optional.empty()), heard);
            assertThat(heard.failure()).contains("did not begin to answer within 0.3 s");
        }
    }

    @Test
    void a_server_that_cannot_be_connected_to_fails_within_its_deadline() throws Exception {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()); Sockets waiting = Sockets.filling(full)) {
            model.close();
            model = model(new Deadlines(SHORT, LONG, LONG, LONG));
            model.generate(request(address(full), Optional.empty()), heard);
            assertThat(heard.failure()).contains("could not be reached within 0.3 s", "llm.endpoint");
        }
    }

    @Test
    void a_missing_secret_is_named() throws Exception {
        assertThat(failure(Optional.of("UNSET"), Deadlines.OF_A_CALL)).contains("the secret UNSET");
    }

    @Test
    void a_missing_endpoint_is_named() throws Exception {
        model.generate(new ChatRequest("", List.of(new Message.User("Hello")), List.of(), LanguageModelSettings.EMBEDDED), heard);
        assertThat(heard.failure()).contains("llm.endpoint");
    }

    private static URI address(ServerSocket server) {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/v1");
    }

    private String failure() throws Exception {
        return failure(Optional.empty(), Deadlines.OF_A_CALL);
    }

    private String failure(Optional<String> secret, Deadlines deadlines) throws Exception {
        ask(secret, deadlines);
        return heard.failure();
    }

    private void ask(Optional<String> secret, Deadlines deadlines) {
        model.close();
        model = model(deadlines);
        model.generate(request(endpoint.address(), secret), heard);
    }
}
