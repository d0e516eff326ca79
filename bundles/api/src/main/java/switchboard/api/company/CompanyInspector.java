package switchboard.api.company;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Knows what is wrong with companies beside their configuration, for example a document that cannot be read, and what is not ready
 * yet. All of it is in {@link Companies#problems()} and {@link Companies#awaited}.
 *
 * <p><b>Service.</b> Any number; may come and go.
 * <p><b>Threading.</b> Thread-safe; does not block.
 */
@ConsumerType
public interface CompanyInspector {

    /** What is wrong now; empty if all is well. */
    List<CompanyProblem> problems();

    /**
     * What must be made ready before the first caller of a company is answered as every other is, for example "its documents".
     *
     * @return in words that fit behind "it waits for"; empty once all is ready, or has failed, which is a problem instead
     */
    default List<String> awaited(Company company) {
        return List.of();
    }
}
