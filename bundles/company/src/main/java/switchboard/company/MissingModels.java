package switchboard.company;

import java.util.List;
import java.util.Optional;
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
import switchboard.api.tts.TextToSpeech;

/**
 * Names the companies whose callers are refused because a model that they need is not here, such as a recogniser for their language,
 * and those whose language is only read out by a voice of another. It is no mistake of the configuration as such, because a bundle may
 * bring the model later. Thread-safe.
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
        return companies.all().stream().flatMap(company -> Stream.concat(
                missing(company).map(needed -> problem(company, needed, "are refused (503)")),
                missingVoice(company).map(needed -> problem(company, needed, "hear a voice that does not know their language")))).toList();
    }

    /** Whether a model that the company needs is neither here nor on its way. */
    boolean isUnready(Company company) {
        return missing(company).findAny().isPresent();
    }

    private Stream<NeededModel> missing(Company company) {
        return company.neededModels().stream().filter(this::isMissing);
    }

    /** A voice for the company's language, if only those of others are here. */
    private Stream<NeededModel> missingVoice(Company company) {
        String chosen = company.models().textToSpeech();
        return Stream.of(new NeededModel(TextToSpeech.class, chosen, Optional.of(company.language())))
                .filter(needed -> isMissing(needed) && new NeededModel(TextToSpeech.class, chosen, Optional.empty()).isIn(models));
    }

    private boolean isMissing(NeededModel needed) {
        return !needed.isIn(models) && !mayCome(needed);
    }

    /** A kind of which nothing is declared is every company's problem, and the models' own check tells of it. */
    private boolean mayCome(NeededModel needed) {
        List<State> states = ofKind(needed).map(ModelStatus::state).toList();
        return states.isEmpty() || states.contains(State.LOADING) || states.contains(State.RETIRING);
    }

    private CompanyProblem problem(Company company, NeededModel needed, String consequence) {
        String here = ofKind(needed).filter(model -> model.state() == State.WARM).map(ModelStatus::label).collect(Collectors.joining(", "));
        String key = needed.language().isPresent() && needed.chosen().isEmpty() ? "'language'" : "the company's choice";
        return new CompanyProblem(company.id(), "models", "callers of %s %s: there is no %s; there are: %s".formatted(
                company.name(), consequence, needed.words(), here.isEmpty() ? "none" : here)
                + ". Put the bundle of one that fits into the plugins folder, or change " + key);
    }

    private Stream<ModelStatus> ofKind(NeededModel needed) {
        return models.status().stream().filter(model -> model.kind().equals(needed.kind().getSimpleName()));
    }
}
