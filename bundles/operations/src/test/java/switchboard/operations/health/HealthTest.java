package switchboard.operations.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import switchboard.api.company.CompanyProblem;
import switchboard.api.model.ModelStatus.State;
import switchboard.operations.FakeCompanies;
import switchboard.operations.FakeLines;
import switchboard.operations.FakeModels;
import switchboard.operations.Got;

class HealthTest {

    private final FakeModels models = new FakeModels().with("Ear", "SpeechToText", State.WARM, "").with("Mouth", "TextToSpeech", State.WARM, "");
    private final FakeLines lines = new FakeLines(1, 2);
    private final FakeCompanies companies = new FakeCompanies("acme");

    @Test
    void a_process_that_answers_is_alive() {
        Got got = Got.from(new Live());

        assertThat(got.status()).isEqualTo(200);
        assertThat(got.body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(got.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void all_that_a_call_needs_is_ready() {
        Got got = Got.from(new Ready(models, lines, companies));

        assertThat(got.status()).isEqualTo(200);
        assertThat(got.header("Content-Type")).isEqualTo("application/json;charset=utf-8");
        assertThat(JsonParser.parseString(got.body())).isEqualTo(JsonParser.parseString("""
                {"status": "ready",
                 "models": [
                  {"label": "Ear", "kind": "SpeechToText", "owner": "x.ear@1.0.0", "state": "WARM", "detail": ""},
                  {"label": "Mouth", "kind": "TextToSpeech", "owner": "x.mouth@1.0.0", "state": "WARM", "detail": ""}],
                 "missing": [],
                 "lines": {"open": 1, "most": 2, "draining": false},
                 "companies": ["acme"],
                 "problems": []}"""));
    }

    @Test
    void a_model_that_is_not_warm_is_missing() {
        models.with("Ear", "SpeechToText", State.LOADING, "").with("Mouth", "TextToSpeech", State.FAILED, "no weights: run ./run once");

        assertUnready(new Ready(models, lines, companies), "Ear is loading", "Mouth is failed: no weights: run ./run once");
    }

    @Test
    void a_model_that_retires_is_missing() {
        models.with("Ear", "SpeechToText", State.RETIRING, "");

        assertUnready(new Ready(models, lines, companies), "Ear is retiring");
    }

    @Test
    void without_a_free_line_there_is_no_next_call() {
        lines.open = 2;

        assertUnready(new Ready(models, lines, companies), "lines: all 2 are taken");
    }

    @Test
    void a_server_that_drains_is_not_ready() {
        lines.drain();

        JsonObject answer = assertNotReady("draining", new Ready(models, lines, companies), "lines: the server is about to stop");
        assertThat(answer.getAsJsonObject("lines").get("draining").getAsBoolean()).isTrue();
    }

    @Test
    void without_companies_nobody_can_be_called() {
        FakeCompanies none = new FakeCompanies();
        none.problems.add(new CompanyProblem("acme", "acme.json:3", "'calls.max' is '0'"));

        JsonObject answer = assertUnready(new Ready(models, lines, none), "companies: none is configured");
        assertThat(answer.getAsJsonArray("problems").get(0)).isEqualTo(JsonParser.parseString(
                "{\"id\": \"acme\", \"source\": \"acme.json:3\", \"message\": \"'calls.max' is '0'\"}"));
    }

    @Test
    void a_refused_configuration_does_not_stop_the_other_companies() {
        companies.problems.add(new CompanyProblem("baker", "baker.json", "this is not JSON"));

        assertThat(Got.from(new Ready(models, lines, companies)).status()).isEqualTo(200);
    }

    @Test
    void it_answers_when_nothing_is_there() {
        JsonObject answer = assertUnready(new Ready(null, null, null),
                "models: the model loader is not running", "lines: calls cannot be taken yet", "companies: none is configured");
        assertThat(answer.has("lines")).isFalse();
    }

    private static JsonObject assertUnready(Ready servlet, String... missing) {
        return assertNotReady("unready", servlet, missing);
    }

    private static JsonObject assertNotReady(String status, Ready servlet, String... missing) {
        Got got = Got.from(servlet);
        JsonObject answer = JsonParser.parseString(got.body()).getAsJsonObject();
        assertThat(got.status()).isEqualTo(503);
        assertThat(answer.get("status").getAsString()).isEqualTo(status);
        assertThat(StreamSupport.stream(answer.getAsJsonArray("missing").spliterator(), false).map(one -> one.getAsString())).containsExactly(missing);
        return answer;
    }
}
