package switchboard.operations.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import switchboard.api.audio.AudioClip;
import switchboard.api.audio.Wav;
import switchboard.api.call.CallEvent;
import switchboard.api.call.Conversation;
import switchboard.api.call.TurnLedger;
import switchboard.operations.FakeCompanies;

class DialCommandTest {

    @TempDir
    Path folder;

    private final DialCommand command = new DialCommand(new FakeCompanies("acme"), (id, company, listener) -> new Answering(listener));

    @Test
    void a_recording_is_answered_and_its_time_is_told() throws IOException {
        JsonObject call = JsonParser.parseString(command.dial("--company", "acme", "--json", loud().toString())).getAsJsonObject();

        assertThat(call.get("caller").getAsString()).isEqualTo("Hello?");
        assertThat(call.get("answer").getAsString()).isEqualTo("Hello to you.");
        assertThat(call.getAsJsonArray("turns").get(0).getAsJsonObject().get("totalMs").getAsInt()).isEqualTo(120);
    }

    @Test
    void people_read_both_sides_and_the_owner_of_each_part() throws IOException {
        assertThat(command.dial("--company", "acme", loud().toString())).contains("caller: Hello?", "bot:    Hello to you.", "120 ms", "stt@1");
    }

    @Test
    void an_unknown_company_is_named() throws IOException {
        Path file = loud();
        assertThatIllegalArgumentException().isThrownBy(() -> command.dial("--company", "other", file.toString())).withMessageContaining("other");
    }

    private Path loud() throws IOException {
        float[] samples = new float[1_600];
        Arrays.fill(samples, 0.5f);
        Path file = folder.resolve("q.wav");
        try (OutputStream out = Files.newOutputStream(file)) {
            Wav.write(new AudioClip(16_000, samples), out);
        }
        return file;
    }

    /** Greets, and answers what is loud as soon as it is silent again. */
    private static final class Answering implements Conversation {

        private final Consumer<CallEvent> listener;
        private boolean loud;

        Answering(Consumer<CallEvent> listener) {
            this.listener = listener;
        }

        @Override
        public void begin() {
            say("Acme.");
        }

        @Override
        public void hear(AudioClip frame) {
            boolean now = frame.samples()[0] > 0.1f;
            if (loud && !now) {
                listener.accept(new CallEvent.UserTranscript("Hello?", true, false));
                say("Hello to you.");
                listener.accept(new CallEvent.TurnMeasured(new TurnLedger(1, List.of(new TurnLedger.Part("stt", Duration.ofMillis(120), "stt@1")), false)));
            }
            loud = now;
        }

        private void say(String text) {
            listener.accept(new CallEvent.BotStartedSpeaking());
            listener.accept(new CallEvent.BotSegment(1, text, true, false));
            listener.accept(new CallEvent.BotStoppedSpeaking());
        }

        @Override
        public void play(float[] frame) {}

        @Override
        public void soundBegan(Duration unheard) { }

        @Override
        public void type(String text, boolean spoken) {}

        @Override
        public void mute(boolean muted) {}

        @Override
        public void close() {}
    }
}
