package switchboard.company;

import java.util.ArrayList;
import java.util.List;
import switchboard.api.company.Company;
import switchboard.api.company.CompanyProblem;

/** Keeps what it was told; finds what it is given. */
final class FakeSurroundings implements Surroundings {

    final List<String> told = new ArrayList<>();
    final List<CompanyProblem> found = new ArrayList<>();

    @Override
    public void changed(Company company) {
        told.add("changed " + company.id() + ": " + company.name());
    }

    @Override
    public void removed(String id) {
        told.add("removed " + id);
    }

    @Override
    public List<CompanyProblem> found() {
        return found;
    }

    @Override
    public List<String> awaited(Company company) {
        return List.of("its " + company.name());
    }
}
