package switchboard.operations.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import switchboard.api.call.CallEvent;
import switchboard.api.call.CallInfo;
import switchboard.api.call.TurnLedger;
import switchboard.api.model.ModelStatus.State;
import switchboard.operations.FakeCompanies;
import switchboard.operations.FakeLines;
import switchboard.operations.FakeModels;
import switchboard.operations.Got;
import switchboard.operations.calls.OpenCalls;
import switchboard.operations.server.Server;

/** What Prometheus's own tool thinks of our metrics, alerts and configuration. Of Debian's package prometheus. */
@Timeout(120)
class PromtoolTest {

    private static final Path DEPLOY = Path.of("../../deploy/prometheus");

    @TempDir
    Path folder;

    @Test
    void the_alerts_fire_when_they_should_and_only_then() throws Exception {
        assertThat(promtool("", "test", "rules", DEPLOY.resolve("alerts.test.yml").toString())).contains("SUCCESS");
    }

    @Test
    void every_alert_is_tested() throws Exception {
        List<String> alerts = names(DEPLOY.resolve("alerts.yml"), "- alert: ");
        String tests = Files.readString(DEPLOY.resolve("alerts.test.yml"));

        assertThat(alerts).isNotEmpty().allMatch(alert -> tests.contains("alertname: " + alert));
    }

    @Test
    void the_configuration_is_valid() throws Exception {
        assertThat(promtool("", "check", "config", DEPLOY.resolve("prometheus.yml").toString())).contains("SUCCESS", "rules found");
    }

    @Test
    void the_metrics_are_named_and_written_as_is_good_practice() throws Exception {
        OpenCalls open = new OpenCalls();
        FakeModels models = new FakeModels().with("Mouth", "TextToSpeech", State.WARM, "");
        Metrics metrics = new Metrics(open, new Server(models, new FakeLines(1, 8), new FakeCompanies("acme"), List::of));
        CallInfo call = new CallInfo("c1", "acme");
        open.opened(call);
        metrics.opened(call);
        metrics.happened(call, new CallEvent.TurnMeasured(new TurnLedger(1, List.of(new TurnLedger.Part("tts", Duration.ofMillis(180), "mouth@2")), true)));
        metrics.closed(call, "the caller hung up");
        metrics.refused(Optional.of("acme"), 503, "company_busy");

        assertThat(promtool(Got.from(metrics).body(), "check", "metrics")).isEmpty();
    }

    private static List<String> names(Path file, String before) throws IOException {
        return Files.readAllLines(file, UTF_8).stream().map(String::strip).filter(line -> line.startsWith(before)).map(line -> line.substring(before.length())).toList();
    }

    /** What it prints; it fails if the tool does. */
    private String promtool(String input, String... arguments) throws Exception {
        Path in = Files.writeString(folder.resolve("in"), input);
        Path out = folder.resolve("out");
        Process tool = new ProcessBuilder(arguments(arguments)).redirectInput(in.toFile()).redirectErrorStream(true).redirectOutput(out.toFile()).start();
        assertThat(tool.waitFor(100, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(out);
        assertThat(tool.exitValue()).as(said).isZero();
        return said;
    }

    private static List<String> arguments(String... arguments) {
        return Stream.concat(Stream.of("promtool"), Arrays.stream(arguments)).toList();
    }
}
