package switchboard.company;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.company.CompanyInspector;
import switchboard.api.company.CompanyProblem;
import switchboard.api.llm.LanguageModel;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.model.Lease;
import switchboard.api.model.ModelStatus;
import switchboard.api.model.Models;
import switchboard.api.model.Succession;

/**
 * Names the companies that chose a language model without what it needs, such as an endpoint, and those that name an endpoint nobody
 * asks, because another model goes before. Their callers are answered, but not by whom the company meant. It is no mistake of the
 * configuration as such, because models come and go. Thread-safe.
 */
@Component
public final class UnaskedEndpoints implements CompanyInspector {

    /** A model that is warm, and what it says of a company's settings. */
    private record Candidate(String owner, boolean serves, boolean needsEndpoint) {}

    private final Companies companies;
    private final Models models;

    @Activate
    public UnaskedEndpoints(@Reference Companies companies, @Reference Models models) {
        this.companies = companies;
        this.models = models;
    }

    @Override
    public List<CompanyProblem> problems() {
        return companies.all().stream().flatMap(company -> problem(company).stream()).toList();
    }

    private Optional<CompanyProblem> problem(Company company) {
        String filter = company.models().languageModel();
        boolean named = company.languageModel().endpoint().isPresent();
        if (filter.isEmpty() && !named) {
            return Optional.empty();
        }
        List<Candidate> chosen = candidates(company, filter);
        Optional<Candidate> first = chosen.stream().filter(Candidate::serves).findFirst();
        if (first.isEmpty()) {
            return chosen.stream().findFirst().map(candidate -> new CompanyProblem(company.id(), "llm.target", cannotAnswer(company, candidate)));
        }
        return first.filter(candidate -> named && !candidate.needsEndpoint() && chosen.stream().anyMatch(Candidate::needsEndpoint))
                .map(candidate -> new CompanyProblem(company.id(), "llm.endpoint", "nobody asks the endpoint: %s goes before whoever would. "
                        .formatted(label(candidate)) + "Choose that model, for example with \"llm.target\": \"(model=openai)\", or leave out 'llm.endpoint'"));
    }

    private String cannotAnswer(Company company, Candidate chosen) {
        boolean named = company.languageModel().endpoint().isPresent();
        String instead = candidates(company, "").stream().filter(Candidate::serves).findFirst()
                .map(other -> label(other) + " answers callers of " + company.name()).orElse("callers of " + company.name() + " get no answer");
        return "'llm.target' is '%s', but %s cannot answer %s: %s. Give %s, or leave out 'llm.target'".formatted(company.models().languageModel(),
                label(chosen), named ? "with these settings" : "without an endpoint", instead, named ? "others" : "'llm.endpoint'");
    }

    /** All that are warm and fit the filter, in the order in which they would be asked. */
    private List<Candidate> candidates(Company company, String filter) {
        Succession<LanguageModel> succession = new Succession<>(models, LanguageModel.class, "", List.of(filter));
        List<Candidate> candidates = new ArrayList<>();
        for (Optional<Lease<LanguageModel>> next = succession.next(); next.isPresent(); next = succession.next()) {
            try (Lease<LanguageModel> lease = next.get()) {
                lease.onlyLooked();
                LanguageModelSettings settings = company.languageModel();
                candidates.add(new Candidate(lease.owner(), lease.model().serves(settings), !lease.model().serves(withoutEndpoint(settings))));
            }
        }
        return candidates;
    }

    private static LanguageModelSettings withoutEndpoint(LanguageModelSettings settings) {
        return new LanguageModelSettings(Optional.empty(), settings.model(), settings.secret(), settings.temperature(), settings.maxTokens(), settings.guesses());
    }

    private String label(Candidate candidate) {
        Predicate<ModelStatus> isIts = status -> status.kind().equals(LanguageModel.class.getSimpleName()) && status.owner().equals(candidate.owner());
        return Stream.concat(models.status().stream().filter(isIts).map(ModelStatus::label), Stream.of(candidate.owner())).findFirst().orElseThrow();
    }
}
