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
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import switchboard.api.call.CallEvent;
import switchboard.api.call.CallInfo;
import switchboard.api.call.CallObserver;
import switchboard.api.call.Lines;
import switchboard.api.company.Companies;
import switchboard.api.metrics.MetricSource;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.Models;
import switchboard.api.model.QuarantinedModels;
import switchboard.operations.calls.OpenCalls;
import switchboard.operations.http.Page;

/**
 * {@code /metrics} in Prometheus's text format. Counts from its activation on; what it watches comes and goes, hence dynamic
 * references: were it made anew, the counters would begin anew.
 *
 * @see <a href="https://prometheus.io/docs/instrumenting/exposition_formats/">the format</a>
 */
@Component(service = {Servlet.class, CallObserver.class}, immediate = true)
@HttpWhiteboardServletPattern("/metrics")
public final class Metrics extends HttpServlet implements CallObserver {

    private static final long serialVersionUID = 1;

    private final transient PrometheusRegistry registry = new PrometheusRegistry();
    private final transient CallMetrics calls;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile @Nullable Models models;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile @Nullable Lines lines;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile @Nullable Companies companies;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile @Nullable QuarantinedModels plugins;

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private transient volatile List<MetricSource> sources = List.of();

    @Activate
    public Metrics(@Reference OpenCalls open) {
        calls = new CallMetrics(registry, this::isCompany);
        ServerMetrics.calls(registry, open::list, this::isCompany);
        ServerMetrics.lines(registry, () -> Optional.ofNullable(lines));
        ServerMetrics.models(registry, this::modelStatus);
        ServerMetrics.demoted(registry, this::modelStatus);
        ServerMetrics.quarantined(registry, () -> Optional.ofNullable(plugins));
        ProcessMetrics.register(registry, Path.of("/proc/self"));
    }

    Metrics(OpenCalls open, Models models, Lines lines, Companies companies, MetricSource... sources) {
        this(open);
        this.sources = List.of(sources);
        this.models = models;
        this.lines = lines;
        this.companies = companies;
    }

    /** Of the bundles that were dropped in. */
    Metrics with(QuarantinedModels some) {
        plugins = some;
        return this;
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

    private List<ModelStatus> modelStatus() {
        return Optional.ofNullable(models).map(Models::status).orElse(List.of());
    }

    private boolean isCompany(String id) {
        Companies known = companies;
        return known != null && known.find(id).isPresent();
    }
}
