package switchboard.operations.server;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import switchboard.api.call.Lines;
import switchboard.api.company.Companies;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.Models;
import switchboard.api.model.QuarantinedModels;

/**
 * The parts of a server that come and go, hence dynamic references: whoever watches has to answer above all when something is
 * not there, and were he made anew, his counters would begin anew. Thread-safe.
 */
@Component(service = Server.class)
public final class Server {

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Models models;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Lines lines;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Companies companies;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC, policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable QuarantinedModels plugins;

    @Activate
    public Server() {}

    /** What stands still, for tests. */
    public Server(@Nullable Models models, @Nullable Lines lines, @Nullable Companies companies, @Nullable QuarantinedModels plugins) {
        this.models = models;
        this.lines = lines;
        this.companies = companies;
        this.plugins = plugins;
    }

    public Optional<Models> models() {
        return Optional.ofNullable(models);
    }

    /** Absent while no call can be taken at all. */
    public Optional<Lines> lines() {
        return Optional.ofNullable(lines);
    }

    public Optional<Companies> companies() {
        return Optional.ofNullable(companies);
    }

    /** Model bundles that were dropped in and may not serve. */
    public Optional<QuarantinedModels> plugins() {
        return Optional.ofNullable(plugins);
    }

    /** Whether a company of this id can be called. */
    public boolean isCompany(String id) {
        return companies().flatMap(some -> some.find(id)).isPresent();
    }

    /** Every model that is declared, in whatever state. */
    public List<ModelStatus> modelStatus() {
        return models().map(Models::status).orElse(List.of());
    }
}
