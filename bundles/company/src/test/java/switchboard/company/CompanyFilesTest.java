package switchboard.company;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import switchboard.api.company.Company;
import switchboard.api.company.CompanyProblem;
import switchboard.api.model.ModelStatus.State;

class CompanyFilesTest {

    @TempDir
    Path folder;

    private final FakeModels models = new FakeModels();
    private final FakeClock clock = new FakeClock();
    private final Problems problems = new Problems();
    private final CompanyReader reader = new CompanyReader(Map.of("KEY", "k")::get, new ChosenModels(models));
    private ConfiguredCompanies companies;
    private FakeConfigurations configurations;
    private CompanyFiles files;

    @BeforeEach
    void watch_the_folder() {
        companies = new ConfiguredCompanies(reader, folder, problems);
        configurations = new FakeConfigurations(companies);
        files = new CompanyFiles(configurations.admin(), reader, problems, clock);
    }

    @Test
    void only_the_files_of_companies_are_read() {
        assertThat(files.canHandle(file("acme").toFile())).isTrue();
        assertThat(files.canHandle(folder.resolve("company.schema.json").toFile())).isFalse();
        assertThat(files.canHandle(folder.resolve("switchboard.company~acme.json~").toFile())).isFalse();
        assertThat(files.canHandle(folder.resolve(".switchboard.company~acme.json.swp").toFile())).isFalse();
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
    void every_mistake_is_named_with_its_file_and_line() throws IOException {
        save("acme", """
                {
                  // a comment with "calls.max": 1
                  "name": "Acme",
                  "greting": "Hi",
                  "calls.max":
                    "many",
                  "hours": ["Mon 9-17"]
                }
                """);

        assertThat(companies.problems()).containsExactlyInAnyOrder(
                problem(":4", "unknown key 'greting'; did you mean 'greeting'?"),
                problem(":5", "'calls.max' is 'many'; it must be a whole number from 1 to 1000"),
                problem(":7", "'hours' is 'Mon 9-17'; it must be " + Keys.COMPANY.get("hours").allowed()));
        assertThat(companies.find("acme")).isEmpty();
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
    void a_mistake_of_syntax_is_named_with_its_line() throws IOException {
        save("acme", "{\n  \"name\": \"Acme\"\n  \"calls.max\": 2\n}");

        assertThat(companies.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.source()).isEqualTo("switchboard.company~acme.json:3");
            assertThat(problem.message()).startsWith("this is not JSON");
        });
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
    void a_file_saved_without_a_change_changes_nothing() throws IOException {
        save("acme", "{\"name\": \"Acme\", \"hours\": [\"Mon 09:00-17:00\"]}");
        Company before = companies.find("acme").orElseThrow();
        save("acme", "{\"name\": \"Acme\", \"hours\": [\"Mon 09:00-17:00\"]} // again");

        assertThat(companies.find("acme").orElseThrow()).isEqualTo(before);
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
    void of_two_files_for_one_id_the_first_is_in_force() throws IOException {
        save("acme", "{\"name\": \"Acme\"}");
        save("copy", "{\"name\": \"Copy\", \"id\": \"acme\"}");

        assertThat(companies.find("acme").orElseThrow().name()).isEqualTo("Acme");
        assertThat(companies.problems()).containsExactly(new CompanyProblem("copy", "switchboard.company~copy.json",
                "'id' is 'acme'; it must be unique in the server, and switchboard.company~acme.json has it"));

        Files.delete(file("acme"));
        files.uninstall(file("acme").toFile());
        clock.pass(CompanyFiles.GRACE);
        files.lookAgain();
        assertThat(companies.find("acme").orElseThrow().name()).isEqualTo("Copy");
        assertThat(companies.problems()).isEmpty();
    }

    @Test
    void a_file_of_the_same_name_in_another_folder_is_refused() throws IOException {
        save("acme", "{\"name\": \"Acme\"}");
        Path other = Files.createDirectory(folder.resolve("other")).resolve("switchboard.company~acme.json");
        Files.writeString(other, "{\"name\": \"Other\"}");
        files.install(other.toFile());

        assertThat(companies.find("acme").orElseThrow().name()).isEqualTo("Acme");
        assertThat(companies.problems()).singleElement().satisfies(problem -> assertThat(problem.message()).contains(file("acme").toString()));
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

    @Test
    void a_value_that_is_an_object_is_no_text() throws IOException {
        save("acme", "{\"name\": \"Acme\", \"greeting\": {\"en\": \"Hi\"}}");

        assertThat(companies.problems()).singleElement().satisfies(problem -> assertThat(problem.message()).startsWith("'greeting' is "));
    }

    @Test
    void values_in_messages_are_short_and_on_one_line() throws IOException {
        save("acme", "{\"name\": \"Acme\", \"language\": \"a\\nb" + "c".repeat(500) + "\"}");

        assertThat(companies.problems()).singleElement().satisfies(problem -> assertThat(problem.message()).contains("a b").hasSizeLessThan(250));
    }

    @Test
    void a_text_that_is_no_object_is_refused() throws IOException {
        for (String text : new String[] {"", "[]", "[1, 2]", "null", "\"name\"", "{\"name\": }", "/*", "\ufeff"}) {
            save("acme", text);
            assertThat(companies.problems()).as(text).singleElement()
                    .satisfies(problem -> assertThat(problem.message()).startsWith("this is not JSON"));
        }
    }

    @Test
    void a_mistake_after_a_long_comment_has_its_own_line() throws IOException {
        save("acme", "/* a\n * long\n * comment */\n{\n  \"name\": \"Acme\" // and \"so\n  \"calls.max\": 2\n}");

        assertThat(companies.problems()).extracting(CompanyProblem::source).containsExactly("switchboard.company~acme.json:6");
    }

    @Test
    void a_key_may_say_its_type() throws IOException {
        save("acme", "{\"name\": \"Acme\", \"calls.max:Integer\": 3}");
        assertThat(companies.find("acme").orElseThrow().limits().calls()).isEqualTo(3);

        save("acme", "{\n\"name\": \"Acme\",\n\"calls.max:Integer\": 0}");
        assertThat(companies.problems()).extracting(CompanyProblem::source).containsExactly("switchboard.company~acme.json:3");
    }

    @Test
    void a_voice_that_the_model_has_not_is_refused() throws IOException {
        models.kokoro(State.WARM);
        save("acme", "{\"name\": \"Acme\"}");
        save("acme", "{\n\"name\": \"Acme\",\n\"voice.name\": \"af_hart\"}");

        assertThat(companies.find("acme").orElseThrow().voice().name()).isEqualTo("af_heart");
        assertThat(companies.problems()).containsExactly(
                problem(":3", "'voice.name' is 'af_hart'; it must be one of the model's voices: af_heart, bf_emma"));
        assertThat(models.open).isZero();
    }

    @Test
    void a_filter_that_fits_no_model_is_refused_once_all_are_loaded() throws IOException {
        models.kokoro(State.LOADING);
        save("acme", "{\"name\": \"Acme\", \"tts.target\": \"(model=piper)\", \"stt.target\": \"(model=none-is-here)\"}");
        assertThat(companies.find("acme")).isPresent();
        files.lookAgain();
        assertThat(companies.problems()).isEmpty();

        models.kokoro(State.WARM);
        files.lookAgain();
        assertThat(companies.problems()).containsExactly(
                problem(":1", "'tts.target' is '(model=piper)'; it must be a filter that fits one of these models: Kokoro 82M"));
        assertThat(companies.find("acme")).as("what was accepted stays").isPresent();

        models.kokoro(State.RETIRING);
        files.lookAgain();
        assertThat(companies.problems()).isEmpty();
    }

    private void save(String name, String text) throws IOException {
        Files.writeString(file(name), text);
        files.update(file(name).toFile());
    }

    private void saveUnchecked(String name, String text) {
        try {
            save(name, text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Path file(String name) {
        return folder.resolve("switchboard.company~" + name + ".json");
    }

    private static CompanyProblem problem(String line, String message) {
        return new CompanyProblem("acme", "switchboard.company~acme.json" + line, message);
    }
}
