package switchboard.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import switchboard.api.company.CompanyProblem;
import switchboard.api.model.ModelStatus.State;

class CompanyFileMistakesTest extends WatchedFolder {

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
                problem(":5", "'calls.max' is 'many'; it must be a whole number from 1 to 1000, without quotation marks"),
                problem(":7", "'hours' has the entry 'Mon 9-17'; the list must hold " + Keys.COMPANY.get("hours").allowed()));
        assertThat(companies.find("acme")).isEmpty();
    }

    /** What people do who edit such a file for the first time, and what they are told. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "'greeting': 'Hi'                                | texts stand in double quotation marks",
        "\"greeting\": \"Hi\" \"calls.max\": 3            | a comma is missing before it",
        "\"calls.max\": 3,                               | there is a comma too many before it",
        "\"voice.speed\": 1,5                            | a number has a point, not a comma",
        "\"recording\": True                             | only true, false and numbers stand without quotation marks",
        "\"greeting\": null                              | a value is null, or of a kind that no configuration has; leave the key out instead",
        "\"calls.max\": \"8\"                            | 'calls.max' is '8'; it must be a whole number from 1 to 1000, without quotation marks",
        "\"recording\": \"yes\"                          | 'recording' is 'yes'; it must be true or false, without quotation marks",
        "\"voice.speed\": [1]                          | 'voice.speed' is '[1]'; it must be a number from 0.5 to 2",
        "\"greeting\": 7                                | 'greeting' is '7'; it must be a text that is not empty, in the company's language, in quotation marks",
        "# a remark                                     | a comment begins with //",
        "\"max.calls\": 8                                | unknown key 'max.calls'; did you mean 'calls.max'?",
        "\"Greeting\": \"Hi\"                            | unknown key 'Greeting'; did you mean 'greeting'?",
        "\"voice\": \"af_heart\"                         | unknown key 'voice'; did you mean 'voice.name'?",
        "\"xyzzy\": 1                                    | unknown key 'xyzzy'; docs/configuration.md and voice:schema list all keys",
        "\"hours\": [\"Monday-Friday 9-17\"]             | three letters for a day, and two digits for an hour",
        "\"hours\": [\"Mon 09:00-12:00, 11:00-13:00\"]   | its times overlap with one another, or with others of the same day",
        "\"bookings.resources\": [\"table 1: 2\"]        | 'hours' is missing; it must be given, because 'bookings.resources' is",
        "\"tools\": [\"book-appointment\"]               | 'tools' has the entry 'book-appointment'; the list must hold names of tools such as 'find_free_times'",
        "\"llm.secret\": \"OPENAI_API_KEY\"              | set the environment variable OPENAI_API_KEY and start the server again, or write the secret to",
        "\"language\": \"fr\"                            | 'greeting' is missing; it must be given, because there are no usual words in the language 'fr'",
        "\u201cgreeting\u201d: \u201cHi\u201d         | texts stand in straight quotation marks",
        "\"calls.max\": 3 } {                            | a company is one object in braces, and no other follows it",
        "/* a remark                                    | the text ends within a comment that needs */ at its end",
        "\"hours\": [{\"day\": \"Mon\"}]            | 'hours' has the entry '[{\"day\":\"Mon\"}]'; the list must hold days and times",
        "\"calls.max:Whole\": 3                         | 'calls.max:Whole' says a type behind its colon that does not exist or that its value has not",
        "\"service.voice\": \"af_heart\"                | unknown key 'service.voice'; did you mean 'voice.name'?",
        "\"$schemas\": \"./company.schema.json\"         | unknown key '$schemas'",
        "\"NAME\": \"Acme\"                            | 'NAME' is given twice; capitals make no other key of it",
        "\"greeting\": \"This is {nmae}\"             | only {name} stands for something",
        "\"llm.endpoint\": \"http://me:hush@localhost/v1/\" | 'llm.endpoint' is 'http://...@localhost/v1/'; it must be an address",
        "\"hours\": [\"Mon 09:00-17:00\"], \"bookings.resources\": [\"t: 2\"], \"bookings.durations\": [] | 'bookings.durations' is '[]'; it must be left out, or name a kind",
    })
    void a_message_says_what_to_do(String line, String message) throws IOException {
        save("acme", "{\n\"name\": \"Acme\",\n" + line + "\n}");

        assertThat(companies.problems()).anySatisfy(problem -> assertThat(problem.message()).contains(message));
        assertThat(companies.find("acme")).isEmpty();
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
    void half_of_a_file_is_called_that() throws IOException {
        save("acme", "{\n  \"name\": \"Acme\",\n  \"gree");

        assertThat(companies.problems()).containsExactly(problem(":3", "this is not JSON: the text ends within quotation marks, as if only half of the file had been written"));
    }

    @Test
    void a_name_that_is_no_id_is_told_apart_from_a_key() throws IOException {
        save("Acme Ltd.", "{\"name\": \"Acme\"}");

        assertThat(companies.problems()).singleElement().satisfies(problem -> assertThat(problem.message()).startsWith(
                "'id' is missing; it must be given, because 'Acme Ltd.', what stands after '~' in the name, is none: an id is lower-case letters"));
    }

    @Test
    void of_two_files_for_one_id_the_first_is_in_force() throws IOException {
        save("acme", "{\"name\": \"Acme\"}");
        save("copy", "{\"name\": \"Copy\", \"id\": \"acme\"}");

        assertThat(companies.find("acme").orElseThrow().name()).isEqualTo("Acme");
        assertThat(companies.problems()).containsExactly(new CompanyProblem("copy", "switchboard.company~copy.json:1",
                "'id' is 'acme'; it must be unique in the server, and switchboard.company~acme.json has it"));

        Files.delete(file("acme"));
        files.uninstall(file("acme").toFile());
        clock.pass(CompanyFiles.GRACE);
        files.lookAgain();
        assertThat(companies.find("acme").orElseThrow().name()).isEqualTo("Copy");
        assertThat(companies.problems()).isEmpty();
    }

    @Test
    void a_copy_that_is_read_first_does_not_answer_for_the_company() throws IOException {
        Files.writeString(file("zoo"), "{\"name\": \"Zoo\"}");
        save("copy", "{\"name\": \"Copy\",\n\"id\": \"zoo\"}");
        files.install(file("zoo").toFile());

        assertThat(companies.find("zoo").orElseThrow().name()).isEqualTo("Zoo");
        assertThat(companies.problems()).containsExactly(new CompanyProblem("copy", "switchboard.company~copy.json:2",
                "'id' is 'zoo'; it must be unique in the server, and switchboard.company~zoo.json has it"));
    }

    @Test
    void a_file_that_gives_itself_another_id_leaves_that_of_its_name_free() throws IOException {
        save("zoo", "{\"name\": \"Zoo\", \"id\": \"animals\"}");
        save("other", "{\"name\": \"Other\", \"id\": \"zoo\"}");

        assertThat(companies.find("zoo").orElseThrow().name()).isEqualTo("Other");
        assertThat(companies.find("animals").orElseThrow().name()).isEqualTo("Zoo");
    }

    @Test
    void every_entry_that_is_wrong_is_named_at_once() throws IOException {
        save("acme", "{\"name\": \"Acme\", \"hours\": [\"Mon 9-17\", \"Tue 09:00-17:00\", \"Wed 25:00-26:00\"]}");

        assertThat(companies.problems()).extracting(CompanyProblem::message).hasSize(2)
                .anySatisfy(message -> assertThat(message).contains("'Mon 9-17'")).anySatisfy(message -> assertThat(message).contains("'Wed 25:00-26:00'"));
    }

    @Test
    void a_byte_order_mark_is_no_mistake() throws IOException {
        save("acme", "\ufeff{\n\"name\": \"Acme\"\n}");
        assertThat(companies.find("acme").orElseThrow().name()).isEqualTo("Acme");

        save("acme", "\ufeff{\n\"nmae\": \"Acme\"\n}");
        assertThat(companies.problems()).extracting(CompanyProblem::source).contains("switchboard.company~acme.json:2");
    }

    @Test
    void what_is_no_object_at_all_is_told_what_a_company_is() throws IOException {
        save("acme", "");
        assertThat(companies.problems()).extracting(CompanyProblem::message).containsExactly("this is not JSON: the file is empty; the smallest company is {\"name\": \"Acme\"}");

        save("acme", "[]");
        assertThat(companies.problems()).extracting(CompanyProblem::message).containsExactly("this is not JSON of a company: a company is one object in braces, such as {\"name\": \"Acme\"}");
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
    void a_value_that_is_an_object_is_no_text() throws IOException {
        save("acme", "{\"name\": \"Acme\", \"greeting\": {\"en\": \"Hi\"}}");

        assertThat(companies.problems()).singleElement().satisfies(problem -> assertThat(problem.message()).startsWith("'greeting' is "));
    }

    @Test
    void values_in_messages_are_short_and_on_one_line() throws IOException {
        save("acme", "{\"name\": \"Acme\", \"language\": \"a\\nb" + "c".repeat(500) + "\"}");

        assertThat(companies.problems()).singleElement().satisfies(problem -> assertThat(problem.message()).contains("a b").hasSizeLessThan(250));

        save("acme", "{\"name\": \"Acme\", \"a\\nb" + "c".repeat(500) + ":Whole\": 1}");
        assertThat(companies.problems()).singleElement().satisfies(problem -> assertThat(problem.message()).contains("a b").hasSizeLessThan(250));

        save("acme", "{\"name\": \"Acme\", \"language\": \"x" + "\ud83d\ude00".repeat(70) + "\"}");
        assertThat(companies.problems()).singleElement().satisfies(problem -> assertThat(problem.message()).contains("\ud83d\ude00...").hasSizeLessThan(250));
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

    @Test
    void no_file_is_read_again_because_of_models_that_its_company_fits() throws IOException {
        models.kokoro(State.LOADING);
        save("acme", "{\"name\": \"Acme\"}");
        files.lookAgain();
        Files.writeString(file("acme"), "{\"name\": \"of which nobody was told\"}");

        models.kokoro(State.WARM);
        files.lookAgain();
        assertThat(companies.find("acme").orElseThrow().name()).isEqualTo("Acme");
    }

    @Test
    void a_key_that_is_given_twice_is_refused() throws IOException {
        save("acme", "{\n\"name\": \"Acme\",\n\"calls.max\": 1,\n\"calls.max\": 2}");

        assertThat(companies.problems()).containsExactly(problem(":3", "'calls.max' is given twice, on lines 3 and 4"));
    }

    @Test
    void a_file_that_is_too_long_is_not_read() throws IOException {
        save("acme", "{\"name\": \"Acme\"}" + " ".repeat(1_000_000));

        assertThat(companies.problems()).containsExactly(problem("", "the file is longer than 1000000 bytes"));
    }
}
