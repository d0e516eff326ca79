package switchboard.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.api.call.CallObserver;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.ModelStatus.State;
import switchboard.api.model.Models;

class DoormanTest {

    private static final ModelStatus WARM = model("Silero VAD", State.WARM, "");
    private static final ModelStatus LOADING = model("Kokoro 82M", State.LOADING, "");
    private static final ModelStatus RETIRING = model("Whisper base", State.RETIRING, "");
    private static final ModelStatus FAILED = model("Moonshine", State.FAILED, "no space left on the disk, free 60 MB.");

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PATCH", "DELETE", "OPTIONS"})
    void every_request_is_told_to_come_back_in_a_second(String method) {
        Exchange exchange = Exchange.with(new Doorman(new Known(List.of())), method, "/start", Map.of());

        assertThat(exchange.status()).isEqualTo(503);
        assertThat(exchange.header("Retry-After")).isEqualTo("1");
        assertThat(exchange.header("Content-Type")).startsWith("application/json");
        assertThat(exchange.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void what_was_sent_is_read_so_that_the_connection_stays_open() {
        assertThat(Exchange.with(new Doorman(), "POST", "/start", Map.of()).bodyWasRead()).isTrue();
    }

    @Test
    void models_that_are_not_warm_are_named() {
        JsonObject answer = ask(WARM, LOADING, RETIRING);

        assertThat(detail(answer)).isEqualTo("Switchboard is still waking up: waiting for Kokoro 82M, Whisper base.");
        assertThat(missing(answer)).containsExactly("Kokoro 82M", "Whisper base");
    }

    @Test
    void a_model_that_failed_says_why() {
        JsonObject answer = ask(LOADING, FAILED);

        assertThat(detail(answer)).isEqualTo("Switchboard is still waking up: waiting for Kokoro 82M."
                + " Moonshine could not be loaded: no space left on the disk, free 60 MB.");
        assertThat(missing(answer)).containsExactly("Kokoro 82M", "Moonshine");
    }

    @Test
    void nobody_is_told_to_wait_for_what_will_not_come() {
        assertThat(detail(ask(WARM, FAILED))).startsWith("Switchboard cannot take calls now. Moonshine could not be loaded");
    }

    @Test
    void when_all_models_are_warm_nothing_is_missing() {
        JsonObject answer = ask(WARM);

        assertThat(detail(answer)).isEqualTo("Switchboard is still waking up.");
        assertThat(missing(answer)).isEmpty();
    }

    @Test
    void he_answers_without_knowing_any_models() {
        Exchange exchange = Exchange.with(new Doorman(), "GET", "/api/company", Map.of());

        assertThat(exchange.status()).isEqualTo(503);
        assertThat(detail(json(exchange))).isEqualTo("Switchboard is still waking up.");
    }

    @Test
    void calls_that_he_turns_away_are_counted_and_questions_are_not() {
        List<String> refused = new ArrayList<>();
        CallObserver observer = new CallObserver() {
            @Override
            public void refused(Optional<String> company, int status, String reason) {
                refused.add(status + " " + reason);
            }
        };
        Doorman doorman = new Doorman(new Known(List.of(LOADING)), new Broken(), observer);
        Exchange.with(doorman, "GET", "/status", Map.of());
        Exchange.with(doorman, "POST", "/start", Map.of());

        assertThat(refused).containsExactly("503 models_missing");
    }

    private static final class Broken implements CallObserver {

        @Override
        public void refused(Optional<String> company, int status, String reason) {
            throw new IllegalStateException("this observer is broken");
        }
    }

    private static JsonObject ask(ModelStatus... models) {
        return json(Exchange.with(new Doorman(new Known(List.of(models))), "POST", "/start", Map.of()));
    }

    private static JsonObject json(Exchange exchange) {
        return JsonParser.parseString(exchange.body()).getAsJsonObject();
    }

    private static String detail(JsonObject answer) {
        return answer.get("detail").getAsString();
    }

    private static List<String> missing(JsonObject answer) {
        return answer.getAsJsonArray("missing").asList().stream().map(name -> name.getAsString()).toList();
    }

    private static ModelStatus model(String label, State state, String detail) {
        return new ModelStatus(label, "TextToSpeech", "bundle@1.0.0", state, detail);
    }

    private record Known(List<ModelStatus> status) implements Models {

        @Override
        public <S> Optional<Lease<S>> lease(Class<S> kind, String filter) {
            throw new UnsupportedOperationException("a doorman leases nothing");
        }
    }
}
