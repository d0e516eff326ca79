package switchboard.operations;

import java.util.ArrayList;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.company.CompanyProblem;
import switchboard.api.llm.LanguageModelSettings;

/** Companies of these ids, with the voice "anna". */
public final class FakeCompanies implements Companies {

    public final List<CompanyProblem> problems = new ArrayList<>();
    private final List<Company> all;

    public FakeCompanies(String... ids) {
        all = Arrays.stream(ids).sorted().map(FakeCompanies::company).toList();
    }

    /** Those that are given. */
    public FakeCompanies(List<Company> companies) {
        all = companies;
    }

    /** One that keeps its calls for so long. */
    public static Company recording(String id, int days) {
        Company company = company(id);
        return new Company(id, id, "en", company.greeting(), "", "", company.voice(), company.models(), company.languageModel(), company.endpointing(),
                Optional.empty(), company.limits(), company.business(), company.interruption(), new Company.Recording(true, Duration.ofDays(days)));
    }

    public static Company company(String id) {
        return new Company(id, id, "en", "Hello!", "", "", new Company.Voice("anna", 1.0),
                new Company.ModelChoice("", "", "(model=ear)", "", "(model=mouth)"), LanguageModelSettings.EMBEDDED,
                Company.Endpointing.DEFAULT, Optional.empty(), Company.CallLimits.DEFAULT);
    }

    @Override
    public Optional<Company> find(String id) {
        return all.stream().filter(company -> company.id().equals(id)).findFirst();
    }

    @Override
    public List<Company> all() {
        return all;
    }

    @Override
    public List<CompanyProblem> problems() {
        return problems;
    }
}
