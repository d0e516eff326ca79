package switchboard.operations.health;

import java.util.List;
import java.util.Optional;
import org.apache.felix.hc.api.HealthCheck;
import org.apache.felix.hc.api.Result;
import org.apache.felix.hc.api.Result.Status;
import org.apache.felix.hc.api.ResultLog;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import switchboard.api.company.Companies;
import switchboard.api.company.CompanyProblem;
import switchboard.operations.server.Server;

/** Whether there is anybody to call. A configuration that was refused is a warning: the other companies can be called. */
@Component(property = {HealthCheck.NAME + "=companies", HealthCheck.TAGS + "=ready"})
public final class CompaniesCheck implements HealthCheck {

    private final Server server;

    @Activate
    public CompaniesCheck(@Reference Server server) {
        this.server = server;
    }

    @Override
    public Result execute() {
        ResultLog log = new ResultLog();
        Optional<Companies> companies = server.companies();
        log.add(new ResultLog.Entry(Status.OK, companies.map(Companies::all).map(List::size).orElse(0) + " in force")); // an empty log is a warning
        if (companies.filter(some -> !some.areRead()).isPresent()) {
            log.add(new ResultLog.Entry(Status.TEMPORARILY_UNAVAILABLE, "companies: not all are read yet"));
        } else if (companies.map(Companies::all).filter(all -> !all.isEmpty()).isEmpty()) {
            log.add(new ResultLog.Entry(Status.CRITICAL, "companies: none is configured"));
        }
        companies.ifPresent(some -> some.problems().forEach(problem -> log.add(new ResultLog.Entry(Status.WARN, told(problem)))));
        return new Result(log);
    }

    /** The name of a company's file says whose it is; that of a document does not. */
    private static String told(CompanyProblem problem) {
        String whose = problem.source().contains(problem.id()) ? "" : problem.id() + ": ";
        return whose + problem.source() + ": " + problem.message();
    }
}
