package switchboard.test.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The command line and a server that runs, as somebody types it. */
@Tag("models")
@Timeout(240)
class RunningServerTest {

    @TempDir
    Path data;

    @Test
    void the_server_is_listed_changed_and_left_as_it_was() throws Exception {
        try (Server server = Server.start("--data", data.toString())) {
            assertThat(switchboard("", "models", "--json").out()).contains("\"model\": \"kokoro\"", "\"part\": \"PREFERRED\"");
            assertThat(switchboard("", "companies").out()).contains("tomatitos-2");
            assertThat(switchboard("", "swap", "words").out()).contains("switchboard.turn.words", "preferred");
            assertThat(switchboard("", "rollback", "TurnDetector").out()).contains("switchboard.turn.smart");
            assertThat(switchboard("", "canary", "words", "10", "--json").out()).contains("\"percent\": 10");
            assertThat(switchboard("", "canary", "words", "0").code()).isZero();
            assertThat(switchboard("", "ask", "--company", "tomatitos-2", "--now", "2026-12-04T10:15", "What time do you open on Friday?").out()).contains("five");
            assertThat(switchboard("", "shell", "voice:models | grep Kokoro").out()).contains("Kokoro").doesNotContain("Silero");
            assertThat(switchboard("voice:calls\nexit\n", "shell").out()).contains("lines taken");

            Typed unknown = switchboard("", "swap", "nothing");
            assertThat(unknown.code()).isEqualTo(1);
            assertThat(unknown.err()).contains("no warm model is called 'nothing'").doesNotContain("Exception");

            Path folder = data.resolve("servers");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
            try (var sockets = Files.list(folder)) {
                assertThat(sockets).singleElement().satisfies(socket -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket))).isEqualTo("rw-------"));
            }
            server.askToStop();
            assertThat(server.awaitEnd()).isZero();
            assertThat(folder).isEmptyDirectory();
        }
        Typed gone = switchboard("", "swap", "words");
        assertThat(gone.code()).isEqualTo(1);
        assertThat(gone.err()).contains("no server runs", "./run");
    }

    @Test
    void it_says_where_it_is_ready_as_the_readme_shows() throws Exception {
        assertThat(Server.ROOT.resolve("README.md")).content().contains("    Switchboard is ready: open http://127.0.0.1:8080/\n");
        try (Server server = Server.start("--data", data.toString())) {
            assertThat(Server.LOG).content().contains("Switchboard is ready: open " + server.address("/"));
        }
    }

    /** From the recogniser to the voice, in writing, and as a booking with a name. */
    @Test
    void nothing_that_is_said_reaches_the_log() throws Exception {
        String question = data.resolve("question.wav").toString();
        try (Server server = Server.start("--data", data.toString())) {
            switchboard("", "say", "--company", "tomatitos-2", "--out", question, "What time do you open on Friday?");
            assertThat(switchboard("", "ask", "--company", "tomatitos-2", "--wav", question).out()).contains("five", "switchboard.llm.receptionist@");
            assertThat(switchboard("A table for four the day after tomorrow at half past seven, the name is Ramirez.\nNo, thanks.\nYes, please.\n",
                    "ask", "--company", "tomatitos-2", "--now", "2026-12-01T10:15", "-").out()).contains("Ramirez", "It is booked");
        }
        assertThat(Server.LOG).content().contains("company=tomatitos-2").doesNotContainIgnoringCase("Friday", "what time", "half past seven", "Ramirez", "is booked");
    }

    private Typed switchboard(String input, String... arguments) throws IOException, InterruptedException {
        return Typed.type(data, input, List.of(), arguments);
    }
}
