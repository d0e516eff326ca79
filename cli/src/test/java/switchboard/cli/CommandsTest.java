package switchboard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import switchboard.cli.server.Progress;
import switchboard.cli.server.Server;

class CommandsTest {

    @TempDir
    Path folder;

    private final List<List<String>> asked = new ArrayList<>();
    private List<String> options = List.of();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String answer = "Yes.\n";

    @Test
    void a_question_goes_to_the_shell_with_its_options() {
        assertThat(execute("--data", folder.toString(), "ask", "--company", "acme", "--now", "2026-12-01T10:15", "--json", "Are", "you open?")).isZero();

        assertThat(asked).containsExactly(List.of("ask", "--company", "acme", "--now", "2026-12-01T10:15", "--json", "Are you open?"));
        assertThat(options).containsExactly("--data", folder.toString());
        assertThat(out).hasToString("Yes.\n");
    }

    @Test
    void a_recording_is_dialled_by_its_absolute_path() throws Exception {
        Path file = Files.createFile(folder.resolve("q.wav"));

        assertThat(execute("ask", "--company", "acme", "--wav", file.toString())).isZero();

        assertThat(asked).containsExactly(List.of("dial", "--company", "acme", file.toString()));
    }

    @Test
    void what_is_not_understood_is_named_and_explained_and_starts_no_server() {
        assertThat(execute()).isEqualTo(2);
        assertThat(execute("aks")).isEqualTo(2);
        assertThat(execute("ask", "Hello?")).isEqualTo(2);
        assertThat(execute("ask", "--company", "acme")).isEqualTo(2);
        assertThat(execute("ask", "--company", "acme", "--now", "noon", "Hello?")).isEqualTo(2);
        assertThat(execute("hear", "--company", "acme", "absent.wav")).isEqualTo(2);
        assertThat(execute("doctor", "--port", "99999")).isEqualTo(2);

        assertThat(asked).isEmpty();
        assertThat(err.toString()).contains("a command is missing", "there is no command 'aks'", "'noon' is no time such as", "--company=ID", "the question is missing", "noon", "there is no file 'absent.wav'",
                "Usage: switchboard hear", "--port is 99999; it must be from 1 to 65535");
    }

    @Test
    void a_failure_of_the_server_is_told_in_its_words() {
        answer = "";

        assertThat(execute("schema")).isEqualTo(1);

        assertThat(err).hasToString("switchboard: no models\n");
    }

    @Test
    void a_replay_shows_what_is_answered_otherwise() throws Exception {
        Path record = Files.writeString(folder.resolve("call.json"), """
                {"company": "acme", "opened": "2026-12-01T10:15:00Z", "transcript": [
                  {"atMs": 0, "speaker": "assistant", "how": "spoken", "text": "Acme."},
                  {"atMs": 1, "speaker": "caller", "how": "spoken", "text": "Are you open?"},
                  {"atMs": 2, "speaker": "assistant", "how": "spoken", "text": "Yes."},
                  {"atMs": 3, "speaker": "caller", "how": "typed", "text": "Until when?"},
                  {"atMs": 4, "speaker": "assistant", "how": "spoken", "text": "Until five."}]}""");
        answer = "{\"answer\": \"Yes.\"}\n{\"answer\": \"Until six.\"}\n";

        assertThat(execute("replay", record.toString())).isZero();

        assertThat(asked.get(0)).containsExactly("ask", "--company", "acme", "--call", "replay", "--now", "2026-12-01T10:15:00Z", "--json", "Are you open?");
        assertThat(options).contains("--data");
        assertThat(out.toString()).contains("same    Yes.", "- then    Until five.", "+ now     Until six.", "1 of 2 answers differ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "no JSON", "{}", "{\"company\": \"acme\", \"opened\": \"2026-12-01T10:15:00Z\", \"transcript\": [null]}",
        "{\"company\": \"acme\", \"opened\": \"2026-12-01T10:15:00Z\", \"transcript\": [{\"speaker\": \"caller\"}]}",
        "{\"company\": \"acme\", \"opened\": \"2026-12-01T10:15:00Z\", \"transcript\": 7}",
        "{\"company\": \"acme\", \"opened\": \"yesterday\", \"transcript\": [{\"speaker\": \"caller\", \"text\": \"Hello?\"}]}"})
    void a_file_that_is_no_call_is_named_and_starts_no_server(String content) throws Exception {
        Path record = Files.writeString(folder.resolve("call.json"), content);

        assertThat(execute("replay", record.toString())).isEqualTo(1);

        assertThat(asked).isEmpty();
        assertThat(err.toString()).startsWith("switchboard: '" + record + "' is no record of a call");
    }

    @Test
    void completion_knows_every_command() {
        assertThat(execute("completion")).isZero();

        assertThat(out.toString()).contains("doctor", "replay", "--company", "zsh");
    }

    @Test
    void completion_offers_the_companies_that_there_are() throws Exception {
        Files.createFile(folder.resolve("switchboard.company~acme.json"));
        Files.createFile(folder.resolve("switchboard.company~zenith.json"));
        Files.createFile(folder.resolve("README.md"));

        assertThat(execute("--companies", folder.toString(), "completion")).isZero();

        assertThat(out.toString()).contains("\"acme\" \"zenith\"").doesNotContain("README");
    }

    @Test
    void bash_completes_a_company_by_its_first_letters() throws Exception {
        Files.createFile(folder.resolve("switchboard.company~acme.json"));
        Files.createFile(folder.resolve("switchboard.company~zenith.json"));
        execute("--companies", folder.toString(), "completion");
        Path script = Files.writeString(folder.resolve("completion.bash"), out.toString());

        Process bash = new ProcessBuilder("bash", "-c", "source \"$0\"; COMP_WORDS=(switchboard ask --company z); COMP_CWORD=3; _complete_switchboard 2>&-; echo \"${COMPREPLY[*]}\"",
                script.toString()).start();

        assertThat(new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("zenith\n");
    }

    private int execute(String... arguments) {
        CommandLine line = Main.commandLine(new Switchboard(folder, folder, some -> {
            options = some;
            return this::run;
        }, Progress.SILENT));
        return line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err, true)).execute(arguments);
    }

    private String run(String doing, List<List<String>> commands) throws Server.Failure {
        asked.addAll(commands);
        if (answer.isEmpty()) {
            throw new Server.Failure("no models");
        }
        return answer;
    }
}
