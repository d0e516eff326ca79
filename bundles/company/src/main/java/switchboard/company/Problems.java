package switchboard.company;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.osgi.service.component.annotations.Component;
import switchboard.api.company.CompanyProblem;

/** What is wrong now, by the file or configuration that is the cause. Thread-safe. */
@Component(service = Problems.class)
public final class Problems {

    private final Map<String, List<CompanyProblem>> problems = new ConcurrentHashMap<>();

    /** @return whether this is news: the same problems, reported again, are not */
    boolean report(String cause, List<CompanyProblem> found) {
        return !found.equals(problems.put(cause, List.copyOf(found)));
    }

    /** @return whether there was a problem */
    boolean clear(String cause) {
        return problems.remove(cause) != null;
    }

    List<CompanyProblem> all() {
        return problems.values().stream().flatMap(Collection::stream)
                .sorted(Comparator.comparing(CompanyProblem::id).thenComparing(CompanyProblem::source).thenComparing(CompanyProblem::message))
                .toList();
    }
}
