package switchboard.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.Optional;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.api.company.Company;
import switchboard.testkit.fake.FakeClock;

class ReferenceFilesTest {

    private static final Path TOP = Path.of("../..").toAbsolutePath().normalize();

    @Test
    void the_committed_files_are_up_to_date() {
        ReferenceFiles.of(TOP).forEach((file, text) -> assertThat(file).as("run ReferenceFiles and commit").hasContent(text));
    }

    @Test
    void the_main_writes_them(@TempDir Path folder) throws IOException {
        ReferenceFiles.main(new String[] {folder.toString()});

        assertThat(folder.resolve("docs/configuration.md")).hasContent(ReferencePage.markdown());
        assertThat(folder.resolve("cnf/companies/company.schema.json")).hasContent(CompanySchema.json());
    }

    @Test
    void the_page_has_every_key_and_every_section() {
        assertThat(Keys.COMPANY.all()).allSatisfy(key -> assertThat(ReferencePage.markdown()).contains("**`" + key.id() + "`**"));
        assertThat(ReferencePage.markdown().lines().filter(line -> line.startsWith("## "))).hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tomatitos-2", "smile-dental", "spoke-and-chain"})
    void the_samples_are_valid(String id) {
        Company company = sample(id);

        assertThat(company.business().bookings()).isPresent();
        assertThat(company.business().tools()).contains("find_free_times", "book_appointment");
        assertThat(company.knowledge().orElseThrow()).isDirectory();
    }

    @Test
    void the_samples_differ() {
        assertThat(List.of("tomatitos-2", "smile-dental", "spoke-and-chain")).extracting(id -> sample(id).voice().name())
                .containsExactly("af_heart", "bf_emma", "am_michael");
        assertThat(sample("tomatitos-2").business().hours().weekly()).doesNotContainKey(DayOfWeek.MONDAY);
        assertThat(sample("tomatitos-2").business().bookings().orElseThrow().resources()).hasSize(6);
    }

    private static Company sample(String id) {
        Problems problems = new Problems();
        CompanyReader reader = new CompanyReader(name -> "k", new ChosenModels(new FakeModels()));
        ConfiguredCompanies companies = new ConfiguredCompanies(reader, TOP, problems, new FakeSurroundings());
        Path file = TOP.resolve("cnf/companies/switchboard.company~" + id + ".json");
        assertThat(Files.exists(file)).isTrue();
        new CompanyFiles(new FakeConfigurations(companies).admin(), reader, problems, new LastGood(Optional.empty()), new FakeClock()).install(file.toFile());
        assertThat(companies.problems()).isEmpty();
        return companies.find(id).orElseThrow();
    }
}
