package switchboard.test.framework.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.test.common.annotation.InjectBundleContext;
import switchboard.api.call.CallEvent;
import switchboard.api.call.CallInfo;
import switchboard.api.call.CallObserver;
import switchboard.api.call.TurnLedger;
import switchboard.test.framework.Eventually;

/** The running server as its operator sees it: in a health check, a board, and alerts. */
@Timeout(300)
class OperatorsTest {

    /** What the server exports, and Prometheus about itself. */
    private static final Pattern METRIC = Pattern.compile("\\b(switchboard|process|jvm)_[a-z0-9_]+");
    private static final Pattern EXPR = Pattern.compile("\"expr\": \"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Pattern QUERY = Pattern.compile("\"query\":\"((?:[^\"\\\\]|\\\\.)*)\"");

    @InjectBundleContext
    BundleContext context;
    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeEach
    void calls_can_be_taken() throws Exception {
        Eventually.present(() -> Optional.of(get("/health/ready")).filter(answer -> answer.statusCode() == 200));
        somethingHappens();
    }

    @Test
    void every_metric_of_the_board_and_of_the_alerts_is_exported() throws Exception {
        Set<String> exported = get("/metrics").body().lines().filter(line -> !line.startsWith("#")).map(line -> line.split("[ {]")[0]).collect(Collectors.toSet());

        assertThat(metrics(panels())).hasSizeGreaterThan(30).isSubsetOf(exported);
        assertThat(metrics(Stream.of(Files.readString(deploy().resolve("prometheus/alerts.yml"))))).hasSizeGreaterThan(10).isSubsetOf(exported);
    }

    @Test
    void prometheus_answers_every_panel_of_the_board_and_every_alert() throws Exception {
        assumeTrue(Prometheus.isInstalled(), "there is no command prometheus here; ./test installs Debian's package of that name");
        try (Prometheus prometheus = new Prometheus(deploy().resolve("prometheus"), port(), folder)) {
            Set<String> silent = panels().collect(Collectors.toCollection(TreeSet::new));
            assertThat(silent).hasSizeGreaterThan(30);
            try {
                Eventually.present(() -> {
                    somethingHappens(); // a rate needs a change
                    silent.removeIf(panel -> answers(prometheus, panel));
                    return Optional.of(silent).filter(Set::isEmpty);
                });
            } catch (AssertionError e) {
                throw new AssertionError("of these nothing is shown: " + silent, e);
            }
            String rules = Eventually.present(() -> Optional.of(prometheus.rules()).filter(some -> !some.contains("\"health\":\"unknown\"")));
            assertThat(matches(QUERY, rules)).hasSizeGreaterThan(10);
            assertThat(rules).contains("\"health\":\"ok\"").doesNotContain("\"health\":\"err\"");
            assertThat(prometheus.query("up{job=\"switchboard\"} == 1")).doesNotContain("\"result\":[]");
        }
    }

    @Test
    void another_bundle_s_check_decides_too_whether_calls_can_be_taken() throws Exception {
        Dictionary<String, Object> properties = new Hashtable<>(Map.of(HealthCheck.NAME, "disk", HealthCheck.TAGS, "ready"));
        ServiceRegistration<HealthCheck> check = context.registerService(HealthCheck.class,
                () -> new Result(Result.Status.CRITICAL, "disk: 3 MB are free, records need more"), properties);
        try {
            HttpResponse<String> answer = get("/health/ready");
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("\"status\":\"unready\"", "disk: 3 MB are free, records need more");
            assertThat(get("/metrics").body()).contains("switchboard_check_ok{check=\"disk\"} 0.0", "switchboard_check_ok{check=\"models\"} 1.0", "switchboard_ready 0.0");
        } finally {
            check.unregister();
        }
        assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    }

    private static boolean answers(Prometheus prometheus, String query) {
        String answer = prometheus.query(query);
        assertThat(answer).as(query).contains("\"status\":\"success\"");
        return !answer.contains("\"result\":[]");
    }

    /** A call with a turn, and one that is refused, as whoever watches is told. */
    private void somethingHappens() {
        CallInfo call = new CallInfo("operators-test", "tomatitos-2");
        List<TurnLedger.Part> parts = Stream.of("endpointing", "stt", "llm", "clause", "tts", "playout").map(part -> new TurnLedger.Part(part, Duration.ofMillis(70), "test@1")).toList();
        try {
            for (ServiceReference<CallObserver> reference : context.getServiceReferences(CallObserver.class, null)) {
                CallObserver observer = context.getService(reference);
                observer.opened(call);
                observer.happened(call, new CallEvent.TurnMeasured(new TurnLedger(1, parts, true)));
                observer.closed(call, "the caller hung up");
                observer.refused(Optional.of("tomatitos-2"), 503, "company_busy");
                context.ungetService(reference);
            }
        } catch (InvalidSyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** The board's queries, as Grafana would send them for all servers and companies. */
    private Stream<String> panels() throws IOException {
        return matches(EXPR, Files.readString(deploy().resolve("grafana/switchboard.json"))).filter(query -> !query.startsWith("ALERTS"))
                .map(query -> query.replace("$__rate_interval", "1m").replace("$instance", ".*").replace("$company", ".*"));
    }

    private static Set<String> metrics(Stream<String> queries) {
        return queries.flatMap(query -> METRIC.matcher(query).results()).map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The first group of each match, a text in JSON. */
    private static Stream<String> matches(Pattern pattern, String json) {
        return pattern.matcher(json).results().map(match -> match.group(1).replace("\\\"", "\""));
    }

    private Path deploy() {
        return Path.of(context.getProperty("felix.fileinstall.dir")).getParent().resolveSibling("deploy");
    }

    private int port() {
        return Integer.parseInt(context.getProperty("org.osgi.service.http.port"));
    }

    private HttpResponse<String> get(String path) {
        try {
            return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path)).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
