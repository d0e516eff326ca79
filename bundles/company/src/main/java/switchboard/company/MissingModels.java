package switchboard.company;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.company.Company.NeededModel;
import switchboard.api.company.CompanyInspector;
import switchboard.api.company.CompanyProblem;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.ModelStatus.State;
import switchboard.api.model.Models;

/**
 * Names the companies whose callers are refused because a model that they need is not here, such as a recogniser for their language.
 * It is no mistake of the configuration as such, because a bundle may bring the model later. Thread-safe.
 */
@Component(service = {MissingModels.class, CompanyInspector.class})
public final class MissingModels implements CompanyInspector {

    private final Companies companies;
    private final Models models;

    @Activate
    public MissingModels(@Reference Companies companies, @Reference Models models) {
        this.companies = companies;
        this.models = models;
    }

    @Override
    public List<CompanyProblem> problems() {
        return companies.all().stream().flatMap(company -> missing(company).map(needed -> problem(company, needed))).toList();
    }

    /** Whether a model that the company needs is neither here nor on its way. */
    boolean isUnready(Company company) {
        return missing(company).findAny().isPresent();
    }

    private Stream<NeededModel> missing(Company company) {
        return company.neededModels().stream().filter(needed -> !needed.isIn(models) && !mayCome(needed));
    }

    /** A kind of which nothing is declared is every company's problem, and the models' own check tells of it. */
    private boolean mayCome(NeededModel needed) {
        List<State> states = ofKind(needed).map(ModelStatus::state).toList();
        return states.isEmpty() || states.contains(State.LOADING) || states.contains(State.RETIRING);
    }

    private CompanyProblem problem(Company company, NeededModel needed) {
        String here = ofKind(needed).filter(model -> model.state() == State.WARM).map(ModelStatus::label).collect(Collectors.joining(", "));
        String key = needed.language().isPresent() && needed.chosen().isEmpty() ? "'language'" : "the company's choice";
        return new CompanyProblem(company.id(), "models", "callers of %s are refused (503): there is no %s; there are: %s".formatted(
                company.name(), needed.words(), here.isEmpty() ? "none" : here)
                + ". Put the bundle of one that fits into the plugins folder, or change " + key);
    }

    private Stream<ModelStatus> ofKind(NeededModel needed) {
        return models.status().stream().filter(model -> model.kind().equals(needed.kind().getSimpleName()));
    }
}
