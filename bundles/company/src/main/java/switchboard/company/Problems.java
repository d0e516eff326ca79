package switchboard.company;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Component;
import switchboard.api.company.CompanyProblem;

/** Why configurations are not in force now, by the file or PID that is the cause. Thread-safe. */
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

    boolean has(String cause) {
        return problems.containsKey(cause);
    }

    List<CompanyProblem> all() {
        return sorted(problems.values().stream().flatMap(Collection::stream));
    }

    /** By company; what is found twice, by a file and by the configuration made of it, is named once. */
    static List<CompanyProblem> sorted(Stream<CompanyProblem> some) {
        return some.distinct()
                .sorted(Comparator.comparing(CompanyProblem::id).thenComparing(CompanyProblem::source).thenComparing(CompanyProblem::message))
                .toList();
    }
}
