package switchboard.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import switchboard.api.company.Company;

class LastGoodTest extends WatchedFolder {

    @TempDir
    Path data;

    private LastGood copies;

    @BeforeEach
    void a_server_with_data_has_read_a_company() throws IOException {
        copies = new LastGood(Optional.of(data.resolve("companies")));
        start(copies);
        save("acme", "{\"name\": \"Acme\", \"id\": \"acme-1\"}");
    }

    @Test
    void a_mistake_that_is_still_there_at_the_next_start_silences_nobody() throws IOException {
        save("acme", "{\"nam");
        start(copies);
        files.install(file("acme").toFile());

        assertThat(companies.find("acme-1")).map(Company::name).contains("Acme");
        assertThat(companies.problems()).as("and is named").singleElement().satisfies(problem -> assertThat(problem.id()).isEqualTo("acme-1"));

        save("acme", "{\"name\": \"Mended\"}");
        assertThat(companies.find("acme")).map(Company::name).contains("Mended");
        assertThat(companies.problems()).isEmpty();
    }

    @Test
    void a_file_that_is_valid_is_in_force_whatever_was_before() throws IOException {
        Files.writeString(file("acme"), "{\"name\": \"New\"}");
        start(copies);
        files.install(file("acme").toFile());

        assertThat(companies.find("acme")).map(Company::name).contains("New");
        assertThat(copies.find(file("acme"))).contains("{\"name\": \"New\"}");
    }

    @Test
    void a_file_that_was_removed_does_not_come_back() throws IOException {
        Files.delete(file("acme"));
        files.uninstall(file("acme").toFile());
        clock.pass(CompanyFiles.GRACE);
        files.lookAgain();
        start(copies);
        save("acme", "{");

        assertThat(companies.find("acme")).isEmpty();
    }

    @Test
    void a_copy_that_is_not_valid_any_more_is_no_company() throws IOException {
        copies.keep(file("acme"), "{\"name\": \"Acme\", \"knowledge\": \"gone\"}");
        Files.writeString(file("acme"), "{");
        start(copies);
        files.install(file("acme").toFile());

        assertThat(companies.find("acme")).isEmpty();
    }

    @Test
    void files_of_one_name_in_two_folders_are_two() {
        assertThat(copies.find(folder.resolve("other").resolve(file("acme").getFileName()))).isEmpty();
    }

    @Test
    void where_nothing_can_be_kept_companies_are_read_as_ever() throws IOException {
        Path taken = Files.writeString(data.resolve("taken"), "");
        start(new LastGood(Optional.of(taken)));
        save("acme", "{\"name\": \"Acme\"}");
        save("acme", "{");

        assertThat(companies.find("acme")).isPresent();
    }
}
