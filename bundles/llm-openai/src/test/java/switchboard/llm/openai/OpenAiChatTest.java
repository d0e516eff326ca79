package switchboard.llm.openai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static switchboard.llm.openai.FakeEndpoint.DONE;
import static switchboard.llm.openai.FakeEndpoint.STOP;
import static switchboard.llm.openai.FakeEndpoint.chunk;
import static switchboard.llm.openai.FakeEndpoint.send;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import switchboard.api.llm.ChatRequest;
import switchboard.api.llm.Generation;
import switchboard.api.llm.GenerationEvent;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.llm.Message;

@Timeout(60)
class OpenAiChatTest {

    private static final FakeSecrets SECRETS = new FakeSecrets(Map.of("KEY", "sk-1"));

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
    void an_answer_streams() throws Exception {
        endpoint.streams(body -> send(body, chunk("") + chunk("We open") + ": ping\n\n" + chunk(" at noon.") + STOP
                + "data: {\"choices\":[],\"usage\":{\"total_tokens\":3}}\n\n" + DONE));
        model.generate(request("KEY"), heard);
        assertThat(heard.all()).containsExactly(new GenerationEvent.Text("We open"), new GenerationEvent.Text(" at noon."),
                new GenerationEvent.Ended());
        assertThat(heard.threads).allMatch(name -> name.startsWith("llm-openai-"));
        assertThat(endpoint.path).isEqualTo("/v1/chat/completions");
        assertThat(endpoint.headers.getFirst("Authorization")).isEqualTo("Bearer sk-1");
    }

    @Test
    void an_answer_that_arrives_byte_by_byte_is_the_same() throws Exception {
        endpoint.streams(body -> {
            for (byte single : (chunk("Grüße ") + chunk("👋") + STOP + DONE).getBytes(UTF_8)) {
                body.write(single);
                body.flush();
            }
        });
        model.generate(request(), heard);
        assertThat(heard.answer()).isEqualTo("Grüße 👋");
    }

    @Test
    void the_first_words_are_heard_while_the_answer_goes_on() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        endpoint.streams(body -> {
            send(body, chunk("One"));
            first.await();
            send(body, chunk(" two") + STOP + DONE);
        });
        model.generate(request(), heard);
        assertThat(heard.next()).isEqualTo(new GenerationEvent.Text("One"));
        first.countDown();
        assertThat(heard.answer()).isEqualTo(" two");
    }

    @Test
    void an_answer_is_complete_with_its_finish_reason_or_with_done() throws Exception {
        endpoint.streams(body -> send(body, chunk("One") + STOP));
        model.generate(request(), heard);
        assertThat(heard.answer()).isEqualTo("One");
        try (FakeEndpoint other = new FakeEndpoint().streams(body -> send(body, chunk("Two") + DONE))) {
            model.generate(request(other.address(), Optional.empty()), heard);
            assertThat(heard.answer()).isEqualTo("Two");
        }
    }

    @Test
    void closing_hangs_up_at_once_and_nothing_more_is_heard() throws Exception {
        endpoint.streams(endpoint::talk);
        CountDownLatch first = new CountDownLatch(1);
        List<GenerationEvent> afterClose = new ArrayList<>();
        boolean[] closed = {false};
        Generation[] generation = new Generation[1];
        synchronized (closed) {
            generation[0] = model.generate(request(), event -> {
                synchronized (closed) {
                    if (closed[0]) {
                        afterClose.add(event);
                    } else {
                        generation[0].close();
                        closed[0] = true;
                    }
                }
                first.countDown();
            });
        }
        assertThat(first.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(endpoint.hungUp.await(10, TimeUnit.SECONDS)).isTrue();
        generation[0].close();
        assertThat(afterClose).isEmpty();
    }

    @Test
    void a_silent_endpoint_can_be_hung_up_on() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        endpoint.streams(body -> {
            asked.countDown();
            endpoint.end.await();
        });
        Generation generation = model.generate(request(), heard);
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        generation.close();
        model.close();
        assertThat(heard.isSilent()).isTrue();
    }

    @Test
    void several_answers_stream_at_once() throws Exception {
        CountDownLatch together = new CountDownLatch(16);
        endpoint.streams(body -> {
            send(body, chunk("One"));
            together.countDown();
            together.await();
            send(body, chunk(" two") + STOP + DONE);
        });
        List<Heard> callers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            callers.add(new Heard());
            model.generate(request(), callers.get(i));
        }
        for (Heard caller : callers) {
            assertThat(caller.answer()).isEqualTo("One two");
        }
    }

    @Test
    void more_answers_than_places_are_refused_until_one_is_free() throws Exception {
        endpoint.streams(body -> endpoint.end.await());
        List<Generation> all = new ArrayList<>();
        for (int i = 0; i < OpenAiChat.MOST_AT_ONCE; i++) {
            all.add(model.generate(request(), new Heard()));
        }
        model.generate(request(), heard);
        assertThat(heard.failure()).contains("64 places");
        all.forEach(Generation::close);
        try (FakeEndpoint other = new FakeEndpoint().streams(body -> send(body, chunk("Yes") + DONE))) {
            model.generate(request(other.address(), Optional.empty()), heard);
            assertThat(heard.answer()).isEqualTo("Yes");
        }
    }

    @Test
    void connections_are_used_again() throws Exception {
        endpoint.streams(body -> send(body, chunk("Yes") + STOP + DONE));
        for (int i = 0; i < 20; i++) {
            Generation generation = model.generate(request(), heard);
            assertThat(heard.answer()).isEqualTo("Yes");
            generation.close();
        }
        // Not one for all: the answer is heard a moment before the connection is free.
        assertThat(endpoint.connections).hasSizeLessThan(20);
    }

    @Test
    void a_connection_that_went_stale_is_replaced() throws Exception {
        try (StaleEndpoint stale = new StaleEndpoint()) {
            for (int i = 0; i < 2; i++) {
                model.generate(request(stale.address(), Optional.empty()), heard);
                assertThat(heard.answer()).isEqualTo("Yes");
            }
            assertThat(stale.connections()).isEqualTo(2);
        }
    }

    @Test
    void a_retired_model_ends_its_answers_and_takes_no_more() throws Exception {
        endpoint.streams(endpoint::talk);
        model.generate(request(), heard);
        heard.next();
        model.close();
        assertThat(heard.failure()).contains("retired");
        assertThat(endpoint.hungUp.await(10, TimeUnit.SECONDS)).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> model.generate(request(), heard));
    }

    private ChatRequest request(String... secret) {
        return request(endpoint.address(), Optional.of(secret).filter(names -> names.length > 0).map(names -> names[0]));
    }

    static ChatRequest request(URI address, Optional<String> secret) {
        var settings = new LanguageModelSettings(Optional.of(address), Optional.of("small"), secret, 0, 50);
        return new ChatRequest("Be brief.", List.of(new Message.User("When do you open on Sunday?")), List.of(), settings);
    }

    static OpenAiChat model(Deadlines deadlines) {
        return OpenAiChat.open(deadlines, SECRETS);
    }

    static Deadlines deadlines(Duration firstByte, Duration betweenTokens, Duration whole) {
        return new Deadlines(Duration.ofSeconds(3), firstByte, betweenTokens, whole);
    }
}
