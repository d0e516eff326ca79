package switchboard.api.company;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The companies that are configured now. Thread-safe; every answer is a snapshot. */
@ProviderType
public interface Companies {

    /** The company with this id, if it is configured and valid. */
    Optional<Company> find(String id);

    /** All of them, ordered by id. */
    List<Company> all();

    /** What is wrong: with configurations that were refused, and what inspectors have found; ordered by id, empty if all is well. */
    default List<CompanyProblem> problems() {
        return List.of();
    }

    /** Whether all configurations that were there when the server started have been judged; until then one that is not found may still come. */
    default boolean areRead() {
        return true;
    }

    /** What a company's first caller would have to wait for, in words, as {@link CompanyInspector#awaited} has it; empty once it can be called. */
    default List<String> awaited(Company company) {
        return List.of();
    }
}
