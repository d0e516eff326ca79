package switchboard.llm.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static switchboard.llm.openai.FakeEndpoint.DONE;
import static switchboard.llm.openai.FakeEndpoint.STOP;
import static switchboard.llm.openai.FakeEndpoint.chunk;
import static switchboard.llm.openai.FakeEndpoint.send;
import static switchboard.llm.openai.OpenAiChatTest.model;
import static switchboard.llm.openai.OpenAiChatTest.request;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import switchboard.llm.openai.FakeEndpoint.Reply;

/** The two names of the token limit, and what is told about the key. */
@Timeout(60)
class TokenLimitTest {

    private static final Reply YES = new Reply(200, "text/event-stream", body -> send(body, chunk("Yes") + STOP + DONE));

    private final Heard heard = new Heard();
    private final OpenAiChat model = model(Deadlines.OF_A_CALL);
    private FakeEndpoint endpoint;
    /** The name that the endpoint wants. */
    private volatile String wanted = "max_completion_tokens";

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
    void a_refused_limit_is_sent_by_its_other_name_and_so_from_then_on() throws Exception {
        endpoint.answers(body -> body.contains("\"" + wanted + "\":50") ? YES : refusal(400));
        for (int i = 0; i < 2; i++) {
            model.generate(request(endpoint.address(), Optional.empty()), heard);
            assertThat(heard.answer()).isEqualTo("Yes");
        }
        assertThat(endpoint.asked).hasSize(3);
        assertThat(endpoint.asked.get(0)).contains("\"max_tokens\":50").doesNotContain("max_completion_tokens");
        assertThat(endpoint.asked.get(1)).contains("\"max_completion_tokens\":50").doesNotContain("max_tokens");
    }

    @Test
    void an_endpoint_that_was_exchanged_is_asked_by_the_old_name_again() throws Exception {
        a_refused_limit_is_sent_by_its_other_name_and_so_from_then_on();
        wanted = "max_tokens";
        model.generate(request(endpoint.address(), Optional.empty()), heard);
        assertThat(heard.answer()).isEqualTo("Yes");
    }

    @Test
    void the_limit_is_renamed_once() throws Exception {
        endpoint.answers(body -> refusal(400));
        model.generate(request(endpoint.address(), Optional.empty()), heard);
        assertThat(heard.failure()).contains("status 400", "max_completion_tokens");
        assertThat(endpoint.asked).hasSize(2);
    }

    @Test
    void other_refusals_are_final() throws Exception {
        endpoint.answers(body -> refusal(429));
        model.generate(request(endpoint.address(), Optional.empty()), heard);
        assertThat(heard.failure()).contains("status 429");
        assertThat(endpoint.asked).hasSize(1);
    }

    @Test
    void a_place_is_free_again_after_a_renamed_request() throws Exception {
        endpoint.answers(body -> body.contains(wanted) ? YES : refusal(400));
        for (int i = 0; i <= OpenAiChat.MOST_AT_ONCE; i++) {
            model.generate(request(endpoint.address(), Optional.empty()), heard);
            assertThat(heard.answer()).isEqualTo("Yes");
        }
    }

    @Test
    void a_key_over_plain_http_is_warned_of_once() throws Exception {
        endpoint.answers(body -> YES);
        try (Log log = new Log()) {
            // On this machine, but not by any name that says so.
            URI outside = URI.create(endpoint.address().toString().replace("127.0.0.1", "0.0.0.0"));
            model.generate(request(outside, Optional.of("KEY")), heard);
            assertThat(log.line("event=key-exposed")).contains("WARN", "0.0.0.0", "secret=KEY", "https").doesNotContain("sk-1");
            model.generate(request(outside, Optional.of("KEY")), heard);
            model.generate(request(endpoint.address(), Optional.of("KEY")), heard);
            assertThat(log.has("event=key-exposed")).isFalse();
        }
    }

    private static Reply refusal(int status) {
        return new Reply(status, "application/json", body -> send(body, "{\"error\":{\"message\":"
                + "\"Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.\"}}"));
    }
}
