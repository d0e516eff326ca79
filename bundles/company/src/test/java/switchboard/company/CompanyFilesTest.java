package switchboard.company;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.api.company.Company;
import switchboard.api.company.CompanyProblem;

class CompanyFilesTest extends WatchedFolder {

    @Test
    void only_the_files_of_companies_are_read() {
        assertThat(files.canHandle(file("acme").toFile())).isTrue();
        assertThat(files.canHandle(folder.resolve("company.schema.json").toFile())).isFalse();
        assertThat(files.canHandle(folder.resolve("switchboard.company~acme.json~").toFile())).isFalse();
        assertThat(files.canHandle(folder.resolve(".switchboard.company~acme.json.swp").toFile())).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"acme.json, acme", "switchboard.company-acme.json, acme", "Switchboard.Company~Acme.JSON, acme", "switchboard.company~acme.json.txt, acme",
        "Our Shop.json, our-shop", "switchboard.company.json, acme"})
    void a_file_that_is_called_otherwise_is_named_until_it_is_gone(String name, String id) throws IOException {
        Path path = Files.writeString(folder.resolve(name), "{\"name\": \"Acme\"}");
        files.readAll(folder);

        assertThat(companies.problems()).containsExactly(new CompanyProblem(id, name, "is not read: the file of a company is called "
                + "switchboard.company~<id>.json, such as switchboard.company~%s.json; rename it".formatted(id)));
        Files.move(path, file(id));
        files.changed(path);
        files.changed(file(id));
        assertThat(companies.problems()).isEmpty();
        assertThat(companies.find(id)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"company.schema.json", ".switchboard.company~acme.json.swp", "switchboard.company~acme.json~", "switchboard.tts.piper.cfg", "notes.md"})
    void a_file_that_is_meant_for_something_else_is_left_alone(String name) throws IOException {
        Files.writeString(folder.resolve(name), "{}");
        Files.createDirectory(folder.resolve("folder.json"));
        files.readAll(folder);

        assertThat(companies.problems()).isEmpty();
    }

    @Test
    void a_file_with_comments_becomes_a_company() throws IOException {
        save("acme", """
                {
                  "$schema": "./company.schema.json",
                  // who we are
                  "name": "Acme", /* and so on */
                  "greeting": "Hello // there",
                  "calls.max": 3,
                  "voice.speed": 1.5,
                  "interrupt.greeting": false,
                  "hours": ["Mon-Fri 09:00-17:00"],
                  "tools": []
                }
                """);

        Company acme = companies.find("acme").orElseThrow();
        assertThat(acme.greeting()).isEqualTo("Hello // there");
        assertThat(acme.limits().calls()).isEqualTo(3);
        assertThat(acme.interruption().duringGreeting()).isFalse();
        assertThat(acme.business().hours().weekly()).hasSize(5);
        assertThat(companies.problems()).isEmpty();
    }

    @Test
    void the_last_good_company_stays_until_the_file_is_valid_again() throws IOException {
        save("acme", "{\"name\": \"Acme\"}");
        save("acme", "{\"name\": \"Acme\", \"voice.speed\": 9}");

        assertThat(companies.find("acme").orElseThrow().voice().speed()).isEqualTo(1);
        assertThat(companies.problems()).extracting(CompanyProblem::source).containsExactly("switchboard.company~acme.json:1");

        save("acme", "{\"name\": \"Acme\", \"voice.speed\": 2}");
        assertThat(companies.find("acme").orElseThrow().voice().speed()).isEqualTo(2);
        assertThat(companies.problems()).isEmpty();
    }

    @Test
    void a_file_that_is_half_written_is_tried_again() throws IOException {
        save("acme", "{\"name\": \"Acme\"}");
        String whole = "{\n  \"name\": \"Acme \u00c9\",\n  \"calls.max\": 2\n}";
        byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
        for (int written = 0; written < bytes.length; written++) {
            Files.write(file("acme"), java.util.Arrays.copyOf(bytes, written));
            files.update(file("acme").toFile());
            assertThat(companies.find("acme").orElseThrow().name()).isEqualTo("Acme");
            assertThat(companies.problems()).isNotEmpty().allSatisfy(problem -> assertThat(problem.message()).isNotBlank());
        }
        Files.write(file("acme"), bytes);
        files.lookAgain();

        assertThat(companies.find("acme").orElseThrow().limits().calls()).isEqualTo(2);
        assertThat(companies.problems()).isEmpty();
    }

    @Test
    void an_editor_that_writes_by_rename_loses_nothing() throws IOException {
        save("acme", "{\"name\": \"Acme\"}");
        Path fresh = Files.writeString(folder.resolve("acme.tmp"), "{\"name\": \"New Acme\"}");
        Files.move(fresh, file("acme"), ATOMIC_MOVE, REPLACE_EXISTING);
        files.update(file("acme").toFile());

        assertThat(companies.find("acme").orElseThrow().name()).isEqualTo("New Acme");
    }

    @Test
    void a_moment_without_the_file_is_no_removal() throws IOException {
        save("acme", "{\"name\": \"Acme\"}");
        Files.move(file("acme"), folder.resolve("switchboard.company~acme.json~"));
        files.uninstall(file("acme").toFile());
        files.lookAgain();
        assertThat(companies.find("acme")).isPresent();

        Files.writeString(file("acme"), "{\"name\": \"New Acme\"}");
        clock.pass(Duration.ofSeconds(1));
        files.lookAgain();
        assertThat(companies.find("acme").orElseThrow().name()).isEqualTo("New Acme");
    }

    @Test
    void a_file_that_stays_away_takes_its_company_and_its_problems_along() throws IOException {
        save("acme", "{\"name\": \"Acme\"}");
        save("acme", "{");
        Files.delete(file("acme"));
        files.uninstall(file("acme").toFile());
        clock.pass(CompanyFiles.GRACE);
        files.lookAgain();

        assertThat(companies.find("acme")).isEmpty();
        assertThat(companies.problems()).isEmpty();
    }

    @Test
    void a_configuration_that_somebody_made_by_asking_for_its_pid_makes_room() throws IOException {
        configurations.askFor("switchboard.company~acme");
        save("acme", "{\"name\": \"Acme\"}");

        assertThat(companies.find("acme").orElseThrow().name()).isEqualTo("Acme");
    }

    @Test
    void a_file_saved_without_a_change_changes_nothing() throws IOException {
        save("acme", "{\"name\": \"Acme\", \"hours\": [\"Mon 09:00-17:00\"]}");
        Company before = companies.find("acme").orElseThrow();
        save("acme", "{\"name\": \"Acme\", \"hours\": [\"Mon 09:00-17:00\"]} // again");

        assertThat(companies.find("acme").orElseThrow()).isEqualTo(before);
    }

    @Test
    void what_lies_in_the_folder_at_the_start_waits_for_nobody_to_tell_of_it() throws IOException {
        Files.writeString(file("acme"), "{\"name\": \"Acme\"}");
        Files.writeString(file("baker"), "{\"name\": 7}");
        Files.writeString(folder.resolve("notes.txt"), "no company");
        files.readAll(folder);
        files.install(file("acme").toFile()); // the installer tells all the same, a little later

        assertThat(companies.all()).extracting(Company::id).containsExactly("acme");
        assertThat(companies.problems()).extracting(CompanyProblem::source).containsExactly("switchboard.company~baker.json:1");
    }

    @Test
    void a_folder_that_is_not_there_is_empty() {
        files.readAll(folder.resolve("missing"));
        assertThat(companies.all()).isEmpty();
    }

    @Test
    void a_knowledge_folder_may_come_later_than_the_file() throws IOException {
        save("acme", "{\"name\": \"Acme\", \"knowledge\": \"facts\"}");
        assertThat(companies.find("acme")).isEmpty();
        assertThat(companies.problems()).singleElement().satisfies(problem -> assertThat(problem.message())
                .isEqualTo("'knowledge' is 'facts'; it must be a folder, absolute or relative to " + folder));

        Files.createDirectory(folder.resolve("facts"));
        files.lookAgain();
        assertThat(companies.find("acme").orElseThrow().knowledge()).contains(folder.resolve("facts"));
    }

    @Test
    void two_hundred_companies_come_change_and_go_at_once() throws IOException {
        for (String name : new String[] {"One", "Two"}) {
            IntStream.range(0, 200).parallel().forEach(i -> saveUnchecked("c" + i, "{\"name\": \"" + name + "\", \"calls.max\": " + (i + 1) + "}"));
            assertThat(companies.all()).hasSize(200).allMatch(company -> company.name().equals(name));
            assertThat(companies.find("c199").orElseThrow().limits().calls()).isEqualTo(200);
        }
        for (int i = 0; i < 200; i++) {
            Files.delete(file("c" + i));
            files.uninstall(file("c" + i).toFile());
        }
        clock.pass(CompanyFiles.GRACE);
        files.lookAgain();
        assertThat(companies.all()).isEmpty();
    }
}
