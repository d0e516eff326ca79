package switchboard.operations.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.Result.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import switchboard.api.company.CompanyProblem;
import switchboard.api.metrics.Metric;
import switchboard.api.model.ModelStatus.State;
import switchboard.operations.FakeCompanies;
import switchboard.operations.FakeLines;
import switchboard.operations.FakeModels;
import switchboard.operations.Got;
import switchboard.operations.server.Server;

class HealthTest {

    private final FakeModels models = new FakeModels().with("Ear", "SpeechToText", State.WARM, "").with("Mouth", "TextToSpeech", State.WARM, "");
    private final FakeLines lines = new FakeLines(1, 2);
    private final FakeCompanies companies = new FakeCompanies("acme");
    private final Checkup checkup = new Checkup(200);

    @AfterEach
    void stop() {
        checkup.stop();
    }

    @Test
    void a_process_that_answers_is_alive() {
        Got got = Got.from(new Live());

        assertThat(got.status()).isEqualTo(200);
        assertThat(got.body()).isEqualTo("{\"status\":\"up\"}");
        assertThat(got.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void all_that_a_call_needs_is_ready() {
        Got got = Got.from(ready());

        assertThat(got.status()).isEqualTo(200);
        assertThat(got.header("Content-Type")).isEqualTo("application/json;charset=utf-8");
        assertThat(JsonParser.parseString(got.body())).isEqualTo(JsonParser.parseString("""
                {"status": "ready",
                 "models": [
                  {"label": "Ear", "kind": "SpeechToText", "owner": "x.ear@1.0.0", "state": "WARM", "detail": ""},
                  {"label": "Mouth", "kind": "TextToSpeech", "owner": "x.mouth@1.0.0", "state": "WARM", "detail": ""}],
                 "missing": [],
                 "checks": [
                  {"name": "models", "status": "OK", "messages": []},
                  {"name": "lines", "status": "OK", "messages": []},
                  {"name": "companies", "status": "OK", "messages": []}],
                 "lines": {"open": 1, "most": 2, "draining": false},
                 "companies": ["acme"],
                 "problems": []}"""));
    }

    @Test
    void a_model_that_is_not_warm_is_missing() {
        models.with("Ear", "SpeechToText", State.LOADING, "").with("Mouth", "TextToSpeech", State.FAILED, "no weights: run ./run once");

        assertUnready(ready(), "Ear is loading", "Mouth is failed: no weights: run ./run once");
    }

    @Test
    void a_model_that_retires_is_missing() {
        models.with("Ear", "SpeechToText", State.RETIRING, "");

        assertUnready(ready(), "Ear is retiring");
    }

    @Test
    void without_a_free_line_there_is_no_next_call() {
        lines.open = 2;

        assertUnready(ready(), "lines: all 2 are taken");
    }

    @Test
    void a_server_that_drains_is_not_ready() {
        lines.drain();

        JsonObject answer = assertNotReady("draining", ready(), "lines: the server is about to stop");
        assertThat(answer.getAsJsonObject("lines").get("draining").getAsBoolean()).isTrue();
    }

    @Test
    void without_companies_nobody_can_be_called() {
        FakeCompanies none = new FakeCompanies();
        none.problems.add(new CompanyProblem("acme", "acme.json:3", "'calls.max' is '0'"));

        JsonObject answer = assertUnready(ready(new Server(models, lines, none, null)), "companies: none is configured");
        assertThat(answer.getAsJsonArray("problems").get(0)).isEqualTo(JsonParser.parseString(
                "{\"id\": \"acme\", \"source\": \"acme.json:3\", \"message\": \"'calls.max' is '0'\"}"));
    }

    @Test
    void a_refused_configuration_does_not_stop_the_other_companies() {
        companies.problems.add(new CompanyProblem("baker", "baker.json", "this is not JSON"));
        companies.problems.add(new CompanyProblem("baker", "cakes.pdf", "is not read"));

        Got got = Got.from(ready());
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.body()).contains("{\"name\":\"companies\",\"status\":\"WARN\",\"messages\":[\"baker.json: this is not JSON\",\"baker: cakes.pdf: is not read\"]}");
    }

    @Test
    void it_answers_when_nothing_is_there() {
        JsonObject answer = assertUnready(ready(new Server()),
                "models: the model loader is not running", "lines: calls cannot be taken yet", "companies: none is configured");
        assertThat(answer.has("lines")).isFalse();
    }

    @Test
    void another_bundle_may_have_a_say() {
        HealthCheck disk = () -> new Result(Status.CRITICAL, "disk: 3 MB are free, records need more");
        Ready ready = ready();
        checkup.bind(disk, Map.of(HealthCheck.NAME, "disk"));

        JsonObject answer = assertUnready(ready, "disk: 3 MB are free, records need more");
        assertThat(answer.getAsJsonArray("checks").get(3)).isEqualTo(JsonParser.parseString(
                "{\"name\": \"disk\", \"status\": \"CRITICAL\", \"messages\": [\"disk: 3 MB are free, records need more\"]}"));
        assertThat(gauges()).containsEntry("switchboard_ready", 0.0).containsEntry("disk", 0.0).containsEntry("lines", 1.0);

        checkup.unbind(disk);
        assertThat(Got.from(ready).status()).isEqualTo(200);
        assertThat(gauges()).containsEntry("switchboard_ready", 1.0).doesNotContainKey("disk");
    }

    @Test
    void a_warning_is_for_people_and_stops_no_call() {
        Ready ready = ready();
        checkup.bind(() -> new Result(Status.WARN, "the certificate ends in a week"), Map.of(HealthCheck.NAME, "certificate"));

        Got got = Got.from(ready);
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.body()).contains("the certificate ends in a week");
    }

    @Test
    void a_check_that_fails_or_hangs_is_named_and_asked_again() throws Exception {
        Ready ready = ready();
        CountDownLatch hang = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        checkup.bind(() -> {
            throw new IllegalStateException("no such table");
        }, Map.of(HealthCheck.NAME, "broken"));
        checkup.bind(() -> {
            asked.incrementAndGet();
            uninterruptibly(hang);
            return new Result(Status.OK, "");
        }, Map.of(HealthCheck.NAME, "hanging"));

        String[] missing = {"broken: the check failed: java.lang.IllegalStateException: no such table", "hanging: the check takes longer than 200 ms"};
        assertUnready(ready, missing);
        assertUnready(ready, missing);
        assertThat(asked).as("not started again while it runs").hasValue(1);

        hang.countDown();
    }

    @Test
    void before_its_own_checks_are_there_nothing_is_ready() {
        assertUnready(new Ready(new Server(models, lines, companies, null), new Checkup(200)),
                "models: not looked at yet", "lines: not looked at yet", "companies: not looked at yet");
    }

    private static void uninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** By check, or name if it is of none. */
    private Map<String, Double> gauges() {
        return checkup.metrics().stream().map(Metric.Gauge.class::cast)
                .collect(Collectors.toMap(gauge -> gauge.labels().getOrDefault("check", gauge.name()), Metric.Gauge::value));
    }

    private Ready ready() {
        return ready(new Server(models, lines, companies, null));
    }

    private Ready ready(Server server) {
        checkup.bind(new ModelsCheck(server), Map.of(HealthCheck.NAME, "models"));
        checkup.bind(new LinesCheck(server), Map.of(HealthCheck.NAME, "lines"));
        checkup.bind(new CompaniesCheck(server), Map.of(HealthCheck.NAME, "companies"));
        return new Ready(server, checkup);
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
