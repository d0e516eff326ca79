package switchboard.knowledge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import switchboard.api.company.Companies;
import switchboard.api.company.Company;
import switchboard.api.llm.LanguageModelSettings;
import switchboard.api.model.Models;

/** Two companies with documents. */
abstract class KnownCompanies {

    @TempDir
    Path server;

    final List<Company> configured = new ArrayList<>();

    @BeforeEach
    void two_companies_know_something() throws IOException {
        configured.add(company("acme"));
        configured.add(company("baker"));
        put("acme", "house.md", "- We open at five.\n- The garden has forty chairs.");
        put("baker", "house.md", "- The secret recipe needs three eggs.");
    }

    /** Of a server that has just started. */
    CompanyKnowledge start(Models models) {
        return new CompanyKnowledge(companies(), models, new Embeddings(new FolderStore(server)));
    }

    Company company(String id) {
        return new Company(id, id, "en", "", "", "", new Company.Voice("any", 1), Company.ModelChoice.ANY, LanguageModelSettings.EMBEDDED,
                Company.Endpointing.DEFAULT, Optional.of(server.resolve(id)), Company.CallLimits.DEFAULT);
    }

    void put(String company, String name, String text) throws IOException {
        Files.createDirectories(server.resolve(company));
        Files.writeString(server.resolve(company).resolve(name), text);
    }

    private Companies companies() {
        return new Companies() {
            @Override
            public Optional<Company> find(String id) {
                return configured.stream().filter(company -> company.id().equals(id)).findFirst();
            }

            @Override
            public List<Company> all() {
                return List.copyOf(configured);
            }
        };
    }
}
