package switchboard.company;

import java.util.List;
import switchboard.api.company.Company;
import switchboard.api.company.CompanyProblem;

/** The other bundles, as the companies see them: who is told of changes, and who finds problems. */
interface Surroundings {

    void changed(Company company);

    void removed(String id);

    /** What is wrong beside the configurations. */
    List<CompanyProblem> found();

    /** What the company waits for, in words. */
    List<String> awaited(Company company);
}
