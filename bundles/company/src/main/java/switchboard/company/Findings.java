package switchboard.company;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import switchboard.api.company.CompanyProblem;

/**
 * What was found wrong from look to look. A problem is told when it is found twice in a row: what is wrong for a moment, while models are
 * exchanged or the server stops, is nobody's task. Confined to one thread.
 */
final class Findings {

    private Set<CompanyProblem> before = Set.of();
    private final Set<CompanyProblem> told = new LinkedHashSet<>();

    /**
     * @param now      all that is wrong
     * @param appeared told of each problem once, until it goes
     * @param gone     told of each that was told, when it was missed twice in a row
     */
    void look(Collection<CompanyProblem> now, Consumer<CompanyProblem> appeared, Consumer<CompanyProblem> gone) {
        Set<CompanyProblem> current = new LinkedHashSet<>(now);
        current.stream().filter(before::contains).filter(told::add).forEach(appeared);
        List<CompanyProblem> mended = told.stream().filter(problem -> !current.contains(problem) && !before.contains(problem)).toList();
        mended.forEach(told::remove);
        mended.forEach(gone);
        before = current;
    }
}
