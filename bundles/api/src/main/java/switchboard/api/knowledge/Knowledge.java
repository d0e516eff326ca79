package switchboard.api.knowledge;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import switchboard.api.company.Company;

/** The documents of every company. Thread-safe; a search takes some milliseconds. */
@ProviderType
public interface Knowledge {

    /**
     * The passages of one company that fit a question best.
     *
     * @param company  whose documents; nothing of another company is ever returned
     * @param question in the caller's words
     * @param limit    how many at most; positive
     * @return best first; empty if the company has no documents, or they are not indexed yet
     */
    List<Passage> search(Company company, String question, int limit);
}
