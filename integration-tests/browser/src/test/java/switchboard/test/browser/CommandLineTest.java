package switchboard.test.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The one-shot commands, as somebody types them. */
@Tag("models")
@Timeout(240)
class CommandLineTest {

    /** Built by ./test, as its reader would build it. */
    private static final Path SAMPLE_VOICE = Server.ROOT.resolve("docs/examples/espeak-voice/target/espeak-voice-1.0.0.jar");

    @TempDir
    Path data;

    @Test
    void a_table_is_booked_in_one_conversation_and_listed() throws Exception {
        Result booking = switchboard("A table for four the day after tomorrow at half past seven, the name is Ramirez.\nNo, thanks.\nYes, please.\n",
                "ask", "--company", "tomatitos-2", "--now", "2026-12-01T10:15", "-");
        assertThat(booking.out).contains("Is that right?", "It is booked");

        Result listed = switchboard("", "appointments", "--company", "tomatitos-2", "--json");
        assertThat(listed.out).contains("\"name\": \"Ramirez\"", "\"local\": \"2026-12-03 19:30\"", "\"party\": 4");
    }

    @Test
    void an_unknown_company_is_named_and_the_command_fails() throws Exception {
        Result result = switchboard("", "ask", "--company", "nobody", "Hello?");

        assertThat(result.code).isEqualTo(1);
        assertThat(result.err).contains("nobody", "tomatitos-2");
    }

    @Test
    void a_voice_that_was_built_outside_and_dropped_in_speaks() throws Exception {
        Path plugins = Files.createDirectory(data.resolve("plugins"));
        Path companies = Files.createDirectory(data.resolve("companies"));
        Files.copy(SAMPLE_VOICE, plugins.resolve(SAMPLE_VOICE.getFileName()));
        Files.writeString(companies.resolve("switchboard.company~acme.json"),
                "{\"name\": \"Acme\", \"tts.target\": \"(model=espeak)\", \"voice.name\": \"en-us\"}");
        List<String> options = List.of("--companies", companies.toString(), "--plugins", plugins.toString());
        String spoken = data.resolve("spoken.wav").toString();

        Result said = switchboard("", options, "say", "--company", "acme", "--out", spoken, "The table by the window is free on Sunday evening.");
        assertThat(said.err).isEmpty();
        assertThat(said.out).contains("espeak-voice@1.0.0");

        assertThat(switchboard("", options, "hear", "--company", "acme", spoken).out).containsIgnoringCase("Sunday evening");
    }

    private record Result(int code, String out, String err) {}

    private Result switchboard(String input, String... arguments) throws IOException, InterruptedException {
        return switchboard(input, List.of(), arguments);
    }

    private Result switchboard(String input, List<String> options, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Server.ROOT.resolve("switchboard").toString(), "--data", data.toString()));
        command.addAll(options);
        command.addAll(List.of(arguments));
        Path out = data.resolve("out.txt");
        Path err = data.resolve("err.txt");
        Process process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
