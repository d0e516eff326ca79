package switchboard.operations.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import switchboard.api.call.CallEvent;
import switchboard.api.call.CallInfo;
import switchboard.api.call.CallObserver;
import switchboard.api.call.TurnLedger;
import switchboard.api.call.TurnLedger.Part;
import switchboard.api.model.ModelStatus.State;
import switchboard.api.model.QuarantinedModels.Quarantined;
import switchboard.operations.FakeCompanies;
import switchboard.operations.FakeLines;
import switchboard.operations.FakeModels;
import switchboard.operations.Got;
import switchboard.operations.calls.OpenCalls;
import switchboard.operations.server.Server;

class MetricsTest {

    private static final Pattern SAMPLE = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*(\\{([a-zA-Z_][a-zA-Z0-9_]*=\"[^\"]*\",?)*})? \\S+");
    private static final CallInfo ACME = new CallInfo("c1", "acme");
    private static final CallInfo STRANGER = new CallInfo("c2", "stranger");

    private final OpenCalls open = new OpenCalls();
    private final FakeModels models = new FakeModels().with("Ear", "SpeechToText", State.LOADING, "");
    private final Metrics metrics = new Metrics(open, new Server(models, new FakeLines(1, 8), new FakeCompanies("acme"),
            () -> List.of(new Quarantined("bad.jar", "bad@1", "it never got warm"))));

    @Test
    void calls_are_counted_by_company_and_reason() {
        open(ACME);
        open(new CallInfo("c3", "acme"));
        open(STRANGER);
        close(ACME, "the caller hung up");

        assertThat(value("switchboard_calls_opened_total{company=\"acme\"}")).isEqualTo(2);
        assertThat(value("switchboard_calls_closed_total{company=\"acme\",reason=\"hung_up\"}")).isEqualTo(1);
        assertThat(value("switchboard_calls_open{company=\"acme\"}")).isEqualTo(1);
    }

    @Test
    void a_company_that_nobody_calls_has_no_open_call() {
        assertThat(value("switchboard_calls_open{company=\"acme\"}")).isZero();
    }

    @Test
    void whom_nobody_configured_is_other() {
        open(STRANGER);

        assertThat(value("switchboard_calls_opened_total{company=\"other\"}")).isEqualTo(1);
        assertThat(value("switchboard_calls_open{company=\"other\"}")).isEqualTo(1);
        assertThat(text()).doesNotContain("stranger");
    }

    @Test
    void refusals_are_counted_by_status_and_reason() {
        metrics.refused(Optional.of("acme"), 503, "company_busy");
        metrics.refused(Optional.empty(), 400, "malformed");

        assertThat(value("switchboard_calls_refused_total{company=\"acme\",reason=\"company_busy\",status=\"503\"}")).isEqualTo(1);
        assertThat(value("switchboard_calls_refused_total{company=\"other\",reason=\"malformed\",status=\"400\"}")).isEqualTo(1);
    }

    @Test
    void a_turn_goes_into_the_histograms_of_its_parts_and_of_the_whole() {
        metrics.happened(ACME, measured(1, true, new Part("stt", Duration.ofMillis(120), "ear@1"), new Part("tts", Duration.ofMillis(180), "mouth@2")));
        metrics.happened(ACME, measured(2, false, new Part("stt", Duration.ofMillis(700), "ear@1"), new Part("invented", Duration.ofMillis(1), "who@1")));

        assertThat(value("switchboard_turns_total{company=\"acme\",outcome=\"answered\"}")).isEqualTo(2);
        assertThat(value("switchboard_turns_speculated_total{company=\"acme\"}")).isEqualTo(1);
        assertThat(value("switchboard_turn_part_seconds_count{company=\"acme\",owner=\"ear@1\",part=\"stt\"}")).isEqualTo(2);
        assertThat(value("switchboard_turn_part_seconds_bucket{company=\"acme\",owner=\"ear@1\",part=\"stt\",le=\"0.1\"}")).isZero();
        assertThat(value("switchboard_turn_part_seconds_bucket{company=\"acme\",owner=\"ear@1\",part=\"stt\",le=\"0.15\"}")).isEqualTo(1);
        assertThat(value("switchboard_turn_part_seconds_sum{company=\"acme\",owner=\"mouth@2\",part=\"tts\"}")).isEqualTo(.18);
        assertThat(value("switchboard_turn_part_seconds_count{company=\"acme\",owner=\"who@1\",part=\"other\"}")).isEqualTo(1);
        assertThat(value("switchboard_turn_seconds_bucket{company=\"acme\",le=\"0.3\"}")).isEqualTo(1);
        assertThat(value("switchboard_turn_seconds_bucket{company=\"acme\",le=\"+Inf\"}")).isEqualTo(2);
    }

    @Test
    void interruptions_and_failures_are_outcomes_too() {
        metrics.happened(ACME, new CallEvent.Interrupted());
        metrics.happened(ACME, new CallEvent.Failure("the brain is \"gone\""));
        metrics.happened(ACME, new CallEvent.UserStartedSpeaking());

        assertThat(value("switchboard_turns_total{company=\"acme\",outcome=\"interrupted\"}")).isEqualTo(1);
        assertThat(value("switchboard_turns_total{company=\"acme\",outcome=\"failed\"}")).isEqualTo(1);
    }

    @Test
    void lines_and_models_are_shown_as_they_stand() {
        models.with("Mouth", "TextToSpeech", State.WARM, "");

        assertThat(value("switchboard_lines_most")).isEqualTo(8);
        assertThat(value("switchboard_lines_taken")).isEqualTo(1);
        assertThat(value("switchboard_draining")).isZero();
        assertThat(value("switchboard_model_state{kind=\"SpeechToText\",model=\"Ear\",owner=\"x.ear@1.0.0\",state=\"loading\"}")).isEqualTo(1);
        assertThat(value("switchboard_model_state{kind=\"SpeechToText\",model=\"Ear\",owner=\"x.ear@1.0.0\",state=\"warm\"}")).isZero();
        assertThat(value("switchboard_model_state{kind=\"TextToSpeech\",model=\"Mouth\",owner=\"x.mouth@1.0.0\",state=\"warm\"}")).isEqualTo(1);
    }

    @Test
    void a_model_that_serves_last_and_one_that_may_not_serve_are_counted() {
        models.with("Mouth", "TextToSpeech", State.WARM, "failed in 5 of its last 10 uses").with("Brain", "LanguageModel", State.WARM, "");

        assertThat(value("switchboard_models_demoted{kind=\"TextToSpeech\"}")).isEqualTo(1);
        assertThat(value("switchboard_models_quarantined")).isEqualTo(1);
        assertThat(value("switchboard_models_demoted{kind=\"LanguageModel\"}")).isZero();
    }

    @Test
    void the_process_is_shown_with_the_memory_of_its_models() {
        assertThat(value("process_resident_memory_bytes")).isGreaterThan(20e6).isLessThan(20e9);
        assertThat(value("jvm_memory_used_bytes{area=\"heap\"}")).isPositive();
        assertThat(value("switchboard_resident_memory_bytes{kind=\"anonymous\"}") + value("switchboard_resident_memory_bytes{kind=\"file\"}"))
                .isGreaterThan(20e6).isLessThan(20e9);
        assertThat(value("process_virtual_memory_bytes")).isGreaterThan(value("process_resident_memory_bytes"));
        assertThat(value("process_open_fds")).isPositive().isLessThan(value("process_max_fds"));
        assertThat(value("process_cpu_seconds_total")).isPositive();
        assertThat(value("jvm_threads_current")).isPositive();
        assertThat(ProcessMetrics.residentBytes(Path.of("no", "proc"))).isEmpty();
    }

    @Test
    void it_answers_while_nothing_is_there_yet() {
        assertThat(Got.from(new Metrics(open, new Server())).body()).contains("jvm_threads_current").doesNotContain("switchboard_lines_most ");
    }

    @Test
    void the_text_is_prometheus_s() {
        open(ACME);
        metrics.happened(ACME, measured(1, false, new Part("tts", Duration.ofMillis(180), "mouth@2")));
        Got got = Got.from(metrics);

        assertThat(got.header("Content-Type")).startsWith("text/plain; version=0.0.4");
        assertThat(got.body().lines().filter(line -> !line.startsWith("# "))).allMatch(line -> SAMPLE.matcher(line).matches());
        assertThat(got.body()).contains("# TYPE switchboard_turn_seconds histogram", "# TYPE switchboard_calls_opened_total counter");
    }

    @Test
    void owners_are_bounded() {
        for (int version = 0; version < 150; version++) {
            metrics.happened(ACME, measured(1, false, new Part("tts", Duration.ofMillis(180), "mouth@" + version)));
        }

        assertThat(value("switchboard_turn_part_seconds_count{company=\"acme\",owner=\"other\",part=\"tts\"}")).isEqualTo(50);
    }

    private static CallEvent measured(int turn, boolean speculated, Part... parts) {
        return new CallEvent.TurnMeasured(new TurnLedger(turn, List.of(parts), speculated));
    }

    private void open(CallInfo call) {
        observers().forEach(observer -> observer.opened(call));
    }

    private void close(CallInfo call, String reason) {
        observers().forEach(observer -> observer.closed(call, reason));
    }

    private List<CallObserver> observers() {
        return List.of(open, metrics);
    }

    private String text() {
        return Got.from(metrics).body();
    }

    /** The value of one series; labels in the order of the alphabet, {@code le} last. */
    private double value(String series) {
        TreeMap<String, Double> values = new TreeMap<>();
        text().lines().filter(line -> !line.startsWith("#")).forEach(line ->
                values.put(sorted(line.substring(0, line.lastIndexOf(' '))), Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))));
        assertThat(values).containsKey(series);
        return values.get(series);
    }

    private static String sorted(String series) {
        Matcher label = Pattern.compile("[a-z_]+=\"[^\"]*\"").matcher(series);
        List<String> labels = new ArrayList<>();
        while (label.find()) {
            labels.add(label.group());
        }
        labels.sort((a, b) -> a.startsWith("le=") ? 1 : b.startsWith("le=") ? -1 : a.compareTo(b));
        return labels.isEmpty() ? series : series.substring(0, series.indexOf('{')) + "{" + String.join(",", labels) + "}";
    }
}
