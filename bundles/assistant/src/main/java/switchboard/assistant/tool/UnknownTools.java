package switchboard.assistant.tool;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
 * configuration as such, because a bundle may bring the tool later. Immediate, because one that is made anew
 * whenever somebody asks would always have just started. Thread-safe.
 */
@Component(immediate = true)
public final class UnknownTools implements CompanyInspector {

    /** A server that starts brings its tools one after the other, those that need a database last. */
    static final Duration START = Duration.ofMinutes(1);

    private final Companies companies;
    private final Toolbox toolbox;
    private final Clock clock;
    private final Instant started;

    @Activate
    public UnknownTools(@Reference Companies companies, @Reference Toolbox toolbox) {
        this(companies, toolbox, Clock.systemUTC());
    }

    UnknownTools(Companies companies, Toolbox toolbox, Clock clock) {
        this.companies = companies;
        this.toolbox = toolbox;
        this.clock = clock;
        this.started = clock.instant();
    }

    @Override
    public List<CompanyProblem> problems() {
        if (clock.instant().isBefore(started.plus(START))) {
            return List.of();
        }
        Set<String> known = toolbox.names();
        return companies.all().stream().flatMap(company -> unknown(company, known)).toList();
    }

    private static Stream<CompanyProblem> unknown(Company company, Set<String> known) {
        return company.business().tools().stream().filter(name -> !known.contains(name)).sorted()
                .map(name -> new CompanyProblem(company.id(), "tools", "no tool is called '%s'; there are: %s".formatted(name, String.join(", ", known))));
    }
}
