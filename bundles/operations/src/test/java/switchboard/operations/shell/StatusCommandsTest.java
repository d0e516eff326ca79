package switchboard.operations.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.google.gson.JsonParser;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import org.apache.felix.gogo.runtime.CommandProcessorImpl;
import org.apache.felix.gogo.runtime.threadio.ThreadIOImpl;
import org.apache.felix.service.command.CommandSession;
import org.junit.jupiter.api.Test;
import switchboard.api.call.CallEvent;
import switchboard.api.call.CallInfo;
import switchboard.api.call.TurnLedger;
import switchboard.api.model.ModelStatus.State;
import switchboard.operations.FakeLines;
import switchboard.operations.FakeModels;
import switchboard.operations.FakeRouting;
import switchboard.operations.calls.OpenCalls;
import switchboard.testkit.fake.FakeClock;

class StatusCommandsTest {

    private final FakeClock clock = new FakeClock("2026-03-01T09:30:05Z");
    private final FakeModels models = new FakeModels().with("Ear", "SpeechToText", State.WARM, "").with("Mouth", "TextToSpeech", State.FAILED, "no weights");
    private final FakeLines lines = new FakeLines(1, 8);
    private final OpenCalls open = new OpenCalls(clock);
    private final ModelCommands modelCommands = new ModelCommands(models, new FakeRouting());
    private final LineCommands lineCommands = new LineCommands(open, clock, lines);

    @Test
    void models_are_listed_with_what_is_wrong() {
        assertThat(squeezed(modelCommands.models())).isEqualTo("""
                Ear SpeechToText warm x.ear@1.0.0
                Mouth TextToSpeech failed x.mouth@1.0.0
                 no weights""");
        assertJson(modelCommands.models("--json"), """
                [{"label": "Ear", "kind": "SpeechToText", "owner": "x.ear@1.0.0", "state": "WARM", "detail": ""},
                 {"label": "Mouth", "kind": "TextToSpeech", "owner": "x.mouth@1.0.0", "state": "FAILED", "detail": "no weights"}]""");
    }

    @Test
    void open_calls_are_listed_with_their_turns() {
        CallInfo call = new CallInfo("c1", "acme");
        open.opened(call);
        open.happened(call, new CallEvent.TurnMeasured(new TurnLedger(1, List.of(new TurnLedger.Part("tts", Duration.ofMillis(420), "mouth@1")), false)));
        clock.pass(Duration.ofSeconds(75));

        assertThat(squeezed(lineCommands.calls())).isEqualTo("""
                1 of 8 lines taken
                c1 acme 1:15 1 turns last 420 ms""");
        assertJson(lineCommands.calls("--json"), """
                {"lines": {"open": 1, "most": 8, "draining": false},
                 "calls": [{"id": "c1", "company": "acme", "since": "2026-03-01T09:30:05Z", "seconds": 75, "turns": 1, "lastTurnMs": 420}]}""");
    }

    @Test
    void draining_is_said() {
        assertThat(lineCommands.drain()).isEqualTo("1 of 8 lines taken, draining");
        assertThat(lines.isDraining()).isTrue();
        assertJson(lineCommands.drain("--json"), "{\"open\": 1, \"most\": 8, \"draining\": true}");
    }

    @Test
    void without_lines_it_says_so() {
        LineCommands early = new LineCommands(open, clock, null);

        assertThat(early.calls()).isEqualTo("no lines: calls cannot be taken yet");
        assertJson(early.calls("--json"), "{\"calls\": []}");
        assertThatIllegalStateException().isThrownBy(early::drain).withMessageStartingWith("no lines");
    }

    @Test
    void the_shell_finds_them() throws Exception {
        CommandProcessorImpl shell = new CommandProcessorImpl(new ThreadIOImpl());
        shell.addCommand("voice", modelCommands, "models");
        shell.addCommand("voice", lineCommands, "calls");
        shell.addCommand("voice", lineCommands, "drain");
        try (CommandSession session = shell.createSession(InputStream.nullInputStream(), OutputStream.nullOutputStream(), OutputStream.nullOutputStream())) {
            assertThat(session.execute("voice:models")).asString().startsWith("Ear ");
            assertThat(session.execute("voice:models --json")).asString().startsWith("[");
            assertThat(session.execute("voice:calls --json")).asString().startsWith("{");
            assertThat(session.execute("voice:drain")).asString().endsWith("draining");
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll(" +", " ");
    }

    private static void assertJson(String actual, String expected) {
        assertThat(JsonParser.parseString(actual)).isEqualTo(JsonParser.parseString(expected));
    }
}
