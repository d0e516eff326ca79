package switchboard.operations.health;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.servlet.whiteboard.propertytypes.HttpWhiteboardServletPattern;
import switchboard.api.call.Lines;
import switchboard.api.company.Companies;
import switchboard.api.model.Models;
import switchboard.operations.http.Page;

/**
 * {@code /health/ready}: 200 if the next call would be taken, 503 with the reasons if not. What it watches comes and goes,
 * hence dynamic references: it has to answer above all when something is not there.
 */
@Component(service = Servlet.class)
@HttpWhiteboardServletPattern("/health/ready")
public final class Ready extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile @Nullable Models models;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile @Nullable Lines lines;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private transient volatile @Nullable Companies companies;

    @Activate
    public Ready() {}

    Ready(@Nullable Models models, @Nullable Lines lines, @Nullable Companies companies) {
        this.models = models;
        this.lines = lines;
        this.companies = companies;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Readiness readiness = Readiness.of(Optional.ofNullable(models), Optional.ofNullable(lines), Optional.ofNullable(companies));
        Page.json(readiness.ready() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE, readiness).send(response);
    }
}
