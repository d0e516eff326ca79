package switchboard.api.company;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Knows what is wrong with companies beside their configuration, for example a document that cannot be read. All of it is in
 * {@link Companies#problems()}.
 *
 * <p><b>Service.</b> Any number; may come and go.
 * <p><b>Threading.</b> Thread-safe; does not block.
 */
@ConsumerType
public interface CompanyInspector {

    /** What is wrong now; empty if all is well. */
    List<CompanyProblem> problems();
}
