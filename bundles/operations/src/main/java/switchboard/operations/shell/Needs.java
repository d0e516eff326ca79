package switchboard.operations.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.Models;
import switchboard.api.model.QuarantinedModels;

/**
 * What commands for certain companies need before they can be answered as a call would be. Calls are taken while there is one model
 * of a kind, but a company may have chosen another, and one that loads on demand begins only when it is asked for. Thread-safe.
 */
final class Needs {

    private final Companies companies;
    private final Models models;
    private final QuarantinedModels plugins;

    Needs(Companies companies, Models models, QuarantinedModels plugins) {
        this.companies = companies;
        this.models = models;
        this.plugins = plugins;
    }

    /** Whether something is on its way, so that waiting is of use; for the companies as in {@link #missing}. */
    boolean areComing(List<String> ids) {
        return !companies.areRead() || !plugins.decided()
                || ids.stream().flatMap(id -> companies.find(id).stream()).anyMatch(company -> !companies.awaited(company).isEmpty())
                || models.status().stream().anyMatch(model -> model.state() == ModelStatus.State.LOADING);
    }

    /**
     * What is missing; asking for it lets models begin to load.
     *
     * @param ids of the companies that the commands name; empty if it is about all
     * @return in words; empty if all is there
     */
    List<String> missing(List<String> ids) {
        List<String> missing = new ArrayList<>();
        if (ids.isEmpty()) {
            companies.problems().forEach(problem -> missing.add(problem.id() + ": " + problem.message()));
            if (companies.all().isEmpty()) {
                missing.add("any company");
            }
        }
        ids.forEach(id -> companies.find(id).ifPresentOrElse(
                company -> company.neededModels().stream().filter(needed -> !needed.isIn(models)).map(Company.NeededModel::words).forEach(missing::add),
                () -> missing.add("company " + id)));
        return missing;
    }
}
