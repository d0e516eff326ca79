package switchboard.operations.metrics;

import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import switchboard.api.call.CallEvent;
import switchboard.api.call.CallInfo;
import switchboard.api.call.CallObserver;
import switchboard.api.metrics.MetricSource;
import switchboard.operations.calls.OpenCalls;
import switchboard.operations.http.Page;
import switchboard.operations.server.Server;

/**
 * {@code /metrics} in Prometheus's text format. Counts from its activation on; what shows numbers comes and goes, hence a
 * dynamic reference: were it made anew, the counters would begin anew.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">the format</a>
 */
@Component(service = {Servlet.class, CallObserver.class}, immediate = true)
@HttpWhiteboardServletPattern("/metrics")
public final class Metrics extends HttpServlet implements CallObserver {

    private static final long serialVersionUID = 1;

    private final transient PrometheusRegistry registry = new PrometheusRegistry();
    private final transient CallMetrics calls;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private transient volatile List<MetricSource> sources = List.of();

    @Activate
    public Metrics(@Reference OpenCalls open, @Reference Server server) {
        calls = new CallMetrics(registry, server::isCompany);
        ServerMetrics.register(registry, server);
        ServerMetrics.calls(registry, open::list, server);
        ProcessMetrics.register(registry, Path.of("/proc/self"));
    }

    Metrics(OpenCalls open, Server server, MetricSource... sources) {
        this(open, server);
        this.sources = List.of(sources);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var text = new ByteArrayOutputStream();
        PrometheusTextFormatWriter.create().write(text, Shown.with(registry.scrape(), sources), EscapingScheme.UNDERSCORE_ESCAPING);
        new Page(HttpServletResponse.SC_OK, PrometheusTextFormatWriter.CONTENT_TYPE, text.toByteArray()).send(response);
    }

    @Override
    public void opened(CallInfo call) {
        calls.opened(call);
    }

    @Override
    public void happened(CallInfo call, CallEvent event) {
        calls.happened(call, event);
    }

    @Override
    public void closed(CallInfo call, String reason) {
        calls.closed(call, reason);
    }

    @Override
    public void refused(Optional<String> company, int status, String reason) {
        calls.refused(company, status, reason);
    }
}
