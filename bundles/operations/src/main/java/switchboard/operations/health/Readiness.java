package switchboard.operations.health;

import java.util.List;
import org.jspecify.annotations.Nullable;
import switchboard.api.call.Lines;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.company.CompanyProblem;
import switchboard.api.model.ModelStatus.State;
import switchboard.operations.health.Checkup.Finding;
import switchboard.operations.server.Server;

/**
 * Whether the next call would be taken, and if not, why. The names are the wire's.
 *
 * @param status    {@code ready}, {@code unready}, or {@code draining} when the server is about to stop
 * @param models    all that are declared
 * @param missing   what stands in the way, in words, as the checks say it; empty if ready
 * @param checks    what each health check has found
 * @param lines     absent while no call can be taken at all
 * @param companies ids of those that are in force
 * @param problems  configurations that were refused, models that some lack, and the like; they do not stand in the way of other companies
 */
record Readiness(String status, List<Model> models, List<String> missing, List<Finding> checks, @Nullable Taken lines, List<String> companies,
        List<CompanyProblem> problems) {

    /** One model. */
    record Model(String label, String kind, String owner, State state, String detail) {}

    /** Of the server's lines. */
    record Taken(int open, int most, boolean draining) {}

    /** @param findings of all checks that are tagged {@code ready} */
    static Readiness of(Server server, List<Finding> findings) {
        List<String> missing = findings.stream().filter(found -> !found.isReady()).flatMap(found -> words(found).stream()).toList();
        boolean draining = server.lines().filter(Lines::isDraining).isPresent();
        return new Readiness(draining ? "draining" : missing.isEmpty() ? "ready" : "unready",
                server.modelStatus().stream().map(model -> new Model(model.label(), model.kind(), model.owner(), model.state(), model.detail())).toList(),
                missing, findings, server.lines().map(some -> new Taken(some.open(), some.most(), some.isDraining())).orElse(null),
                server.companies().map(Companies::all).orElse(List.of()).stream().map(Company::id).toList(),
                server.companies().map(Companies::problems).orElse(List.of()));
    }

    boolean ready() {
        return missing.isEmpty();
    }

    /** A check that stands in the way is named, even if it says nothing. */
    private static List<String> words(Finding found) {
        return found.messages().isEmpty() ? List.of(found.name()) : found.messages();
    }
}
