package switchboard.assistant.tool;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.company.CompanyInspector;
import switchboard.api.company.CompanyProblem;

/**
 * Names the tools that a company allows and nobody has brought: a misspelled one would be missed by callers only. It is no mistake of the
 * configuration as such, because a bundle may bring the tool later. Thread-safe.
 */
@Component
public final class UnknownTools implements CompanyInspector {

    private final Companies companies;
    private final Toolbox toolbox;

    @Activate
    public UnknownTools(@Reference Companies companies, @Reference Toolbox toolbox) {
        this.companies = companies;
        this.toolbox = toolbox;
    }

    @Override
    public List<CompanyProblem> problems() {
        Set<String> known = toolbox.names();
        return companies.all().stream().flatMap(company -> unknown(company, known)).toList();
    }

    private static Stream<CompanyProblem> unknown(Company company, Set<String> known) {
        return company.business().tools().stream().filter(name -> !known.contains(name)).sorted()
                .map(name -> new CompanyProblem(company.id(), "tools", "no tool is called '%s'; there are: %s".formatted(name, String.join(", ", known))));
    }
}
