package switchboard.telemetry.opentelemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import switchboard.api.call.CallEvent;
import switchboard.api.call.CallInfo;
import switchboard.api.call.CallObserver;
import switchboard.api.call.CallTap;
import switchboard.api.company.Company;
import switchboard.api.company.SecretException;
import switchboard.api.company.Secrets;

/**
 * Sends each call as a trace to an OpenTelemetry collector, over OTLP/HTTP. Exists only while it is configured; before that nothing
 * of OpenTelemetry is loaded. What a collector that is away cannot be told is dropped, and no call notices. Thread-safe; spans are
 * sent in batches, on a thread of its own.
 *
 * <p>No word of a call is sent, unless the company records its calls and the operator names it here; and then none before the caller
 * has heard the notice.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/">OTLP</a>
 */
@Component(immediate = true, configurationPid = CallTraces.PID, configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = CallTraces.Config.class)
public final class CallTraces implements CallObserver, CallTap {

    static final String PID = "switchboard.telemetry.opentelemetry";

    private static final Logger log = LoggerFactory.getLogger(CallTraces.class);
    private static final String EVERY_COMPANY = "*";
    /** More calls at once than any one machine can hold. */
    private static final int MOST_CALLS = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int CLOSING_SECONDS = 5;

    @ObjectClassDefinition(name = "OpenTelemetry", description = "Where traces of calls are sent.")
    @interface Config {

        @AttributeDefinition(description = "Where traces are posted, for example http://127.0.0.1:4318/v1/traces.")
        String endpoint();

        @AttributeDefinition(description = "The service.name of the traces.")
        String service_name() default "switchboard";

        @AttributeDefinition(description = "Name of an HTTP header that the collector wants, for example authorization; none if empty.")
        String header() default "";

        @AttributeDefinition(description = "Name of the secret that is that header's value.")
        String secret() default "";

        @AttributeDefinition(description = "Ids of the companies whose words are sent, if they record their calls; * for all that do, none if empty.")
        String[] words() default {};
    }

    private final SdkTracerProvider provider;
    private final Set<String> words;
    private final Clock clock;
    private final Map<String, CallTrace> open = new ConcurrentHashMap<>();

    @Activate
    public CallTraces(Config config, @Reference Secrets secrets) {
        this(exporter(config, secrets), config.service_name(), ids(config.words()), Clock.systemUTC());
        log.info("endpoint={} words={} traces are sent", config.endpoint(), words);
    }

    CallTraces(SpanExporter exporter, String serviceName, Set<String> words, Clock clock) {
        this.words = words;
        this.clock = clock;
        this.provider = SdkTracerProvider.builder()
                .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), serviceName)))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter).build()).build();
    }

    private static SpanExporter exporter(Config config, Secrets secrets) {
        URI endpoint = URI.create(config.endpoint());
        if (endpoint.getHost() == null || !Set.of("http", "https").contains(String.valueOf(endpoint.getScheme()))) {
            throw new IllegalArgumentException("endpoint is '%s'; it must be an address such as http://127.0.0.1:4318/v1/traces".formatted(config.endpoint()));
        }
        if (config.header().isBlank() != config.secret().isBlank()) {
            throw new IllegalArgumentException("header and secret belong together; 'header' is '%s', 'secret' is '%s'".formatted(config.header(), config.secret()));
        }
        OtlpHttpSpanExporterBuilder builder = OtlpHttpSpanExporter.builder().setEndpoint(config.endpoint()).setTimeout(PATIENCE).setConnectTimeout(PATIENCE)
                .setServiceClassLoader(CallTraces.class.getClassLoader());
        if (!config.header().isBlank()) {
            builder.setHeaders(() -> header(config, secrets));
        }
        return builder.build();
    }

    /** Read anew each time: a secret may be exchanged while the server runs. */
    private static Map<String, String> header(Config config, Secrets secrets) {
        try {
            return Map.of(config.header(), secrets.get(config.secret()));
        } catch (SecretException e) {
            log.error("secret={} traces are sent without their header: {}", config.secret(), e.getMessage());
            return Map.of();
        }
    }

    /** Files of the form {@code .cfg} know no arrays. */
    private static Set<String> ids(String... companies) {
        return Arrays.stream(companies).flatMap(some -> Arrays.stream(some.split(","))).map(String::strip).filter(id -> !id.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Comes before {@link #opened}, with the company as the caller has reached it. */
    @Override
    public Optional<Ear> listen(CallInfo call, Company company) {
        boolean named = words.contains(EVERY_COMPANY) || words.contains(company.id());
        begin(call, named && company.recording().on() ? Optional.of(company.greeting()) : Optional.empty());
        return Optional.empty();
    }

    @Override
    public void opened(CallInfo call) {
        begin(call, Optional.empty());
    }

    private void begin(CallInfo call, Optional<String> notice) {
        if (open.size() < MOST_CALLS) {
            open.computeIfAbsent(call.id(), id -> new CallTrace(provider.get(PID), call, notice, clock));
        }
    }

    @Override
    public void happened(CallInfo call, CallEvent event) {
        Optional.ofNullable(open.get(call.id())).ifPresent(trace -> trace.happened(event));
    }

    @Override
    public void closed(CallInfo call, String reason) {
        Optional.ofNullable(open.remove(call.id())).ifPresent(trace -> trace.end(reason));
    }

    @Override
    public void refused(Optional<String> company, int status, String reason) {
        CallTrace.refused(provider.get(PID), company, status, reason, clock.instant());
    }

    /** Open calls are sent as far as they are known; blocks for {@value #CLOSING_SECONDS} s at most. */
    @Deactivate
    void stop() {
        open.values().forEach(trace -> trace.end("traces were stopped; the call went on"));
        open.clear();
        CompletableResultCode sent = provider.shutdown().join(CLOSING_SECONDS, TimeUnit.SECONDS);
        if (!sent.isSuccess()) {
            log.warn("the last traces could not be sent");
        }
    }
}
