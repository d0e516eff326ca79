package switchboard.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.service.cm.ConfigurationException;
import switchboard.api.company.CompanyProblem;
import switchboard.api.model.ModelStatus.State;

class ConfiguredCompaniesTest {

    private static final String PID = "switchboard.company~acme";

    @TempDir
    Path folder;

    private final FakeModels models = new FakeModels();
    private final FakeSurroundings surroundings = new FakeSurroundings();
    private ConfiguredCompanies companies;

    @BeforeEach
    void watch_the_folder() {
        ServerSecrets secrets = new ServerSecrets(Map.of("KEY", "k")::get, folder);
        companies = new ConfiguredCompanies(new CompanyReader(secrets, new ChosenModels(models)), folder, new Problems(), surroundings);
    }

    @Test
    void a_name_is_enough() throws ConfigurationException {
        configure(Map.of("name", "Acme"));

        assertThat(companies.find("acme")).hasValueSatisfying(company -> {
            assertThat(company.greeting()).isEqualTo("Hello, this is Acme. How can I help you?");
            assertThat(company.voice().name()).isEqualTo("af_heart");
            assertThat(company.knowledge()).isEmpty();
        });
    }

    @Test
    void what_the_framework_adds_is_no_unknown_key() throws ConfigurationException {
        configure(Map.of("name", "Acme", "service.pid", PID, "service.factoryPid", "switchboard.company", "felix.fileinstall.filename", "x"));

        assertThat(companies.all()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "greting       | Hi        | unknown key 'greting'; did you mean 'greeting'?",
        "voice.speed   | 3         | 'voice.speed' is '3.0'; it must be a number from 0.5 to 2",
        "vad.stop.ms   | 10.5      | 'vad.stop.ms' is '10.5'; it must be a whole number from 50 to 2000",
        "calls.max     | 2.5       | 'calls.max' is '2.5'; it must be a whole number from 1 to 1000",
        "tts.target    | (model=   | 'tts.target' is '(model='; it must be an LDAP filter such as '(model=kokoro)'",
        "llm.endpoint  | localhost | 'llm.endpoint' is 'localhost'; it must be an address such as 'https://api.example.com/v1/'",
        "language      | English   | 'language' is 'English'; it must be a language code such as 'en' or 'es'",
    })
    void a_mistake_is_named_with_what_is_allowed(String key, String value, String message) {
        Object typed = value.matches("[0-9.]+") ? (Object) Double.valueOf(value) : value;

        assertThatThrownBy(() -> configure(Map.of("name", "Acme", key, typed))).hasMessageContaining(message);
    }

    @Test
    void a_missing_knowledge_folder_is_refused() {
        assertThatThrownBy(() -> configure(Map.of("name", "Acme", "knowledge", "nowhere")))
                .hasMessageContaining("'knowledge' is 'nowhere'; it must be a folder");
    }

    /** Every company's callers would be told what is in the others' files and documents. */
    @ParameterizedTest
    @ValueSource(strings = {".", "./", "acme/..", "..", "/", "link"})
    void a_folder_that_holds_the_companies_files_is_no_knowledge(String knowledge) throws Exception {
        Files.createDirectory(folder.resolve("acme"));
        Files.createSymbolicLink(folder.resolve("link"), folder);

        assertThatThrownBy(() -> configure(Map.of("name", "Acme", "knowledge", knowledge)))
                .hasMessageContaining("'knowledge' is '" + knowledge + "'; it must be a folder of documents only, such as one named after the company: "
                        + "in this one are the files of the companies");
    }

    @Test
    void knowledge_may_lie_elsewhere_if_its_owner_says_so_with_its_whole_path(@TempDir Path elsewhere) throws Exception {
        configure(Map.of("name", "Acme", "knowledge", elsewhere.toString()));

        assertThat(companies.find("acme").orElseThrow().knowledge()).contains(elsewhere);
    }

    @Test
    void a_knowledge_folder_is_relative_to_the_company_files() throws Exception {
        Files.createDirectory(folder.resolve("acme"));
        configure(Map.of("name", "Acme", "knowledge", "acme"));

        assertThat(companies.find("acme").orElseThrow().knowledge()).contains(folder.resolve("acme"));
    }

    @Test
    void the_last_good_configuration_stays_in_force() throws ConfigurationException {
        configure(Map.of("name", "Acme"));

        assertThatThrownBy(() -> configure(Map.of("name", "Acme", "voice.sped", 1))).isInstanceOf(ConfigurationException.class);
        assertThat(companies.find("acme")).isPresent();
    }

    @Test
    void a_company_goes_with_its_configuration() throws ConfigurationException {
        configure(Map.of("name", "Acme"));
        companies.deleted(PID);

        assertThat(companies.find("acme")).isEmpty();
    }

    @Test
    void an_id_that_is_no_id_is_refused() {
        assertThatThrownBy(() -> companies.updated("switchboard.company~../x", new Hashtable<>(Map.of("name", "X"))))
                .hasMessageContaining("lower-case letters, digits and hyphens");
    }

    @Test
    void all_mistakes_are_named_at_once() {
        assertThatThrownBy(() -> configure(Map.of("greting", "Hi", "voice.speed", 3, "tts.target", "(model=")))
                .hasMessageContaining("'name' is missing")
                .hasMessageContaining("'greting'")
                .hasMessageContaining("'voice.speed'")
                .hasMessageContaining("'tts.target'");
    }

    @Test
    void a_secret_must_be_set() throws ConfigurationException {
        configure(Map.of("name", "Acme", "llm.secret", "KEY"));

        assertThat(companies.find("acme").orElseThrow().languageModel().secret()).contains("KEY");
        assertThatThrownBy(() -> configure(Map.of("name", "Acme", "llm.secret", "OTHER_KEY")))
                .hasMessageContaining("'llm.secret' is 'OTHER_KEY'; it must be the name of a secret that the server has")
                .hasMessageContaining("set the environment variable OTHER_KEY");
    }

    @Test
    void a_key_that_is_given_instead_of_its_name_is_not_shown() {
        assertThatThrownBy(() -> configure(Map.of("name", "Acme", "llm.secret", "sk-proj-123")))
                .hasMessageContaining("the name of a secret").hasMessageNotContaining("sk-proj-123");
        assertThat(companies.problems().toString()).contains("llm.secret").doesNotContain("sk-proj-123");
    }

    @Test
    void a_problem_is_kept_until_it_is_mended() throws ConfigurationException {
        assertThatThrownBy(() -> configure(Map.of("name", "Acme", "calls.max", 0))).isInstanceOf(ConfigurationException.class);
        assertThat(companies.problems()).containsExactly(
                new CompanyProblem("acme", PID, "'calls.max' is '0'; it must be a whole number from 1 to 1000"));

        configure(Map.of("name", "Acme", "calls.max", 1));
        assertThat(companies.problems()).isEmpty();
    }

    @Test
    void an_anonymous_configuration_gives_its_id() throws ConfigurationException {
        companies.updated("switchboard.company.7b1f", new Hashtable<>(Map.of("name", "Acme", "id", "acme")));

        assertThat(companies.find("acme")).isPresent();
    }

    @Test
    void an_id_is_free_again_when_its_company_takes_another() throws ConfigurationException {
        configure(Map.of("name", "First"));
        assertThatThrownBy(() -> companies.updated("switchboard.company~copy", new Hashtable<>(Map.of("name", "Second", "id", "acme"))))
                .hasMessageContaining("'id' is 'acme'; it must be unique in the server");

        configure(Map.of("name", "First", "id", "other"));
        assertThat(companies.find("acme").orElseThrow().name()).isEqualTo("Second");
        assertThat(companies.find("other").orElseThrow().name()).isEqualTo("First");
        assertThat(companies.problems()).isEmpty();
    }

    @Test
    void what_was_refused_is_tried_again_until_it_is_valid() throws Exception {
        assertThatThrownBy(() -> configure(Map.of("name", "Acme", "knowledge", "facts"))).isInstanceOf(ConfigurationException.class);

        Files.createDirectory(folder.resolve("facts"));
        companies.lookAgain();

        assertThat(companies.find("acme").orElseThrow().knowledge()).contains(folder.resolve("facts"));
        assertThat(companies.problems()).isEmpty();
    }

    @Test
    void a_voice_that_is_unknown_while_another_model_answers_heals_by_itself() throws ConfigurationException {
        models.kokoro(State.WARM);
        assertThatThrownBy(() -> configure(Map.of("name", "Acme", "voice.name", "joe"))).hasMessageContaining("one of the model's voices");

        models.kokoro(State.LOADING);
        companies.lookAgain();
        assertThat(companies.problems()).as("nothing can be said while a voice is on its way").isEmpty();
        assertThat(companies.find("acme")).isPresent();

        models.kokoro(State.WARM);
        companies.lookAgain();
        assertThat(companies.problems()).singleElement().satisfies(problem -> assertThat(problem.message()).contains("'voice.name' is 'joe'"));
        assertThat(companies.find("acme")).as("what was accepted stays").isPresent();
    }

    @Test
    void whoever_listens_is_told_of_changes_and_of_nothing_else() throws ConfigurationException {
        configure(Map.of("name", "Acme"));
        configure(Map.of("name", "Acme"));
        assertThatThrownBy(() -> configure(Map.of("name", "Acme", "calls.max", 0))).isInstanceOf(ConfigurationException.class);
        configure(Map.of("name", "New"));
        configure(Map.of("name", "New", "id", "other"));
        companies.deleted(PID);

        assertThat(surroundings.told).containsExactly("changed acme: Acme", "changed acme: New", "removed acme", "changed other: New", "removed other");
    }

    private void configure(Map<String, Object> properties) throws ConfigurationException {
        companies.updated(PID, new Hashtable<>(properties));
    }
}
