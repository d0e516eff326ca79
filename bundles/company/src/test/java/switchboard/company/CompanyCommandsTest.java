package switchboard.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.JsonParser;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.apache.felix.service.command.CommandSession;
import org.junit.jupiter.api.Test;
import org.osgi.service.cm.ConfigurationException;
import switchboard.api.company.CompanyProblem;
import switchboard.api.model.ModelStatus.State;

class CompanyCommandsTest {

    private final Problems problems = new Problems();
    private final FakeModels models = new FakeModels();
    private final FakeSurroundings surroundings = new FakeSurroundings();
    private final ConfiguredCompanies companies = new ConfiguredCompanies(new CompanyReader(name -> "k", new ChosenModels(models)), Path.of(""), problems, surroundings);
    private final MissingModels missing = new MissingModels(companies, models);
    private final CompanyCommands commands = new CompanyCommands(companies, problems, missing);

    @Test
    void the_list_shows_state_and_problems() throws ConfigurationException {
        configure("acme", "Acme");
        configure("baker", "Baker");
        problems.report("f", List.of(new CompanyProblem("baker", "switchboard.company~baker.json:3", "'calls.max' is '0'")));
        problems.report("g", List.of(new CompanyProblem("chef", "switchboard.company~chef.json", "this is not JSON")));

        assertThat(commands.companies().lines().map(line -> line.replaceAll(" +", " "))).containsExactly(
                "acme ok Acme",
                "baker last-good Baker",
                " switchboard.company~baker.json:3 'calls.max' is '0'",
                "chef refused",
                " switchboard.company~chef.json this is not JSON");
    }

    @Test
    void what_keeps_nothing_from_being_in_force_is_shown_too() throws ConfigurationException {
        configure("acme", "Acme");
        surroundings.found.add(new CompanyProblem("acme", "menu.pdf.md", "is no text; save it as UTF-8"));

        assertThat(commands.companies()).startsWith("acme ").contains(" ok ").contains("menu.pdf.md  is no text; save it as UTF-8");
    }

    @Test
    void a_company_for_whose_language_there_is_no_recogniser_is_not_ok() throws ConfigurationException {
        configure("acme", "Acme");
        companies.updated("switchboard.company~zahn", new Hashtable<>(Map.of("name", "Zahn", "language", "de")));
        models.with("Moonshine", "SpeechToText", State.WARM, "en");

        assertThat(commands.companies()).contains("acme ").contains(" ok ").containsPattern("zahn +unready +Zahn");
        assertThat(missing.problems()).containsExactly(new CompanyProblem("zahn", "models",
                "callers of Zahn are refused (503): there is no SpeechToText for the language 'de'; there are: Moonshine. "
                        + "Put the bundle of one that fits into the plugins folder, or change 'language'"));
    }

    @Test
    void a_company_whose_language_no_voice_knows_is_told_so_and_can_be_called() throws ConfigurationException {
        companies.updated("switchboard.company~zahn", new Hashtable<>(Map.of("name", "Zahn", "language", "de")));
        models.with("Kokoro 82M", "TextToSpeech", State.WARM, "en");

        assertThat(missing.problems()).containsExactly(new CompanyProblem("zahn", "models",
                "callers of Zahn hear a voice that does not know their language: there is no TextToSpeech for the language 'de'; there are: Kokoro 82M. "
                        + "Put the bundle of one that fits into the plugins folder, or change 'language'"));
        assertThat(commands.companies()).containsPattern("zahn +ok +Zahn");

        models.with("Piper", "TextToSpeech", State.LOADING, "de");
        assertThat(missing.problems()).isEmpty();
    }

    @Test
    void what_is_still_on_its_way_is_not_missing() throws ConfigurationException {
        companies.updated("switchboard.company~zahn", new Hashtable<>(Map.of("name", "Zahn", "language", "de")));
        models.with("Moonshine", "SpeechToText", State.WARM, "en").with("Whisper", "SpeechToText", State.LOADING, "de");

        assertThat(missing.problems()).isEmpty();
        assertThat(commands.companies()).contains(" ok ");
    }

    @Test
    void programs_get_json() throws ConfigurationException {
        configure("acme", "Acme & Sons");

        assertThat(JsonParser.parseString(commands.companies("--json"))).isEqualTo(JsonParser.parseString(
                "[{\"id\": \"acme\", \"name\": \"Acme & Sons\", \"state\": \"ok\", \"problems\": []}]"));
    }

    @Test
    void the_schema_is_for_people_or_for_editors() {
        assertThat(commands.schema()).startsWith("# Configuration of a company").contains("`vad.stop.ms`");
        assertThat(commands.schema("--json")).contains("draft/2020-12");
    }

    @Test
    void another_option_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> commands.companies("--yaml")).withMessage("unknown option '--yaml'; allowed: --json");
    }

    @Test
    void the_shell_finds_them() throws Exception {
        configure("acme", "Acme");
        CommandProcessorImpl shell = new CommandProcessorImpl(new ThreadIOImpl());
        shell.addCommand("voice", commands, "companies");
        shell.addCommand("voice", commands, "schema");
        try (CommandSession session = shell.createSession(InputStream.nullInputStream(), OutputStream.nullOutputStream(), OutputStream.nullOutputStream())) {
            assertThat(session.execute("voice:companies")).asString().startsWith("acme ");
            assertThat(session.execute("voice:companies --json")).asString().startsWith("[");
            assertThat(session.execute("voice:schema --json")).asString().startsWith("{");
        }
    }

    private void configure(String id, String name) throws ConfigurationException {
        companies.updated("switchboard.company~" + id, new Hashtable<>(Map.of("name", name)));
    }
}
