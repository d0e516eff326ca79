package switchboard.test.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
        Typed booking = switchboard("A table for four the day after tomorrow at half past seven, the name is Ramirez.\nNo, thanks.\nYes, please.\n",
                "ask", "--company", "tomatitos-2", "--now", "2026-12-01T10:15", "-");
        assertThat(booking.out()).contains("Is that right?", "It is booked");

        Typed listed = switchboard("", "appointments", "--company", "tomatitos-2", "--json");
        assertThat(listed.out()).contains("\"name\": \"Ramirez\"", "\"local\": \"2026-12-03 19:30\"", "\"party\": 4");
    }

    @Test
    void an_unknown_company_is_named_and_the_command_fails() throws Exception {
        Typed result = switchboard("", "ask", "--company", "nobody", "Hello?");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("nobody", "tomatitos-2");
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

        Typed said = switchboard("", options, "say", "--company", "acme", "--out", spoken, "The table by the window is free on Sunday evening.");
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).contains("espeak-voice@1.0.0");

        assertThat(switchboard("", options, "hear", "--company", "acme", spoken).out()).containsIgnoringCase("Sunday evening");
    }

    @Test
    void the_doctor_hears_itself_and_finds_nothing_that_fails() throws Exception {
        Path verdict = data.resolve("verdict.wav");

        Typed result = switchboard("", "doctor", "--json", "--verdict", verdict.toString());

        assertThat(result.out()).contains("\"check\": \"loop-back\"", "\"check\": \"companies\"").doesNotContain("\"FAIL\"");
        assertThat(result.code()).isZero();
        assertThat(verdict).isNotEmptyFile();
    }

    @Test
    void a_spoken_question_is_answered_with_its_ledger() throws Exception {
        String question = data.resolve("question.wav").toString();
        switchboard("", "say", "--company", "tomatitos-2", "--out", question, "What time do you open on Friday?");

        Typed answered = switchboard("", "ask", "--company", "tomatitos-2", "--wav", question);

        assertThat(answered.out()).containsIgnoringCase("caller: What time do you open on Friday").contains("five", "endpointing", "playout");
    }

    @Test
    void a_replay_shows_what_is_answered_otherwise_now() throws Exception {
        Path record = Files.writeString(data.resolve("call.json"), """
                {"company": "tomatitos-2", "opened": "2026-12-01T10:15:00Z", "transcript": [
                  {"speaker": "caller", "how": "spoken", "text": "Are you open on Monday?"},
                  {"speaker": "assistant", "how": "spoken", "text": "We never close."}]}""");

        Typed replayed = switchboard("", "replay", record.toString());

        assertThat(replayed.out()).contains("- then    We never close.", "+ now", "closed", "1 of 1 answers differ");
    }

    @Test
    void what_is_not_understood_is_explained_and_starts_no_server() throws Exception {
        Typed result = switchboard("", "ask", "Hello?");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).contains("--company=ID", "Usage: switchboard ask");
    }

    private Typed switchboard(String input, String... arguments) throws IOException, InterruptedException {
        return Typed.type(data, input, List.of(), arguments);
    }

    private Typed switchboard(String input, List<String> options, String... arguments) throws IOException, InterruptedException {
        return Typed.type(data, input, options, arguments);
    }
}
