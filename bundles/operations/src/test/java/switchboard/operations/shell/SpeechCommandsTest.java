package switchboard.operations.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import switchboard.api.audio.AudioClip;
import switchboard.api.audio.Wav;
import switchboard.api.stt.SpeechToText;
import switchboard.api.tts.AudioSink;
import switchboard.api.tts.SpeechRequest;
import switchboard.api.tts.TextToSpeech;
import switchboard.operations.FakeCompanies;
import switchboard.operations.FakeModels;

class SpeechCommandsTest {

    @TempDir
    Path folder;

    private final Mouth mouth = new Mouth();
    private final Ear ear = new Ear();
    private final FakeModels models = new FakeModels()
            .offer(TextToSpeech.class, "(model=mouth)", mouth).offer(SpeechToText.class, "(&(|(language=en)(language=en-*)(!(language=*)))(model=ear))", ear);
    private final SpeechCommands commands = new SpeechCommands(new FakeCompanies("acme"), models);

    @Test
    void each_sentence_is_spoken_into_the_file() throws Exception {
        Path file = folder.resolve("x.wav");

        assertThat(commands.say("Good evening. How are you?", "--company", "acme", "--out", file.toString()))
                .matches(".*x\\.wav: 1\\.0 s of speech in \\d+\\.\\d s by x\\.fake@1\\.0\\.0");
        assertThat(mouth.said).containsExactly(new SpeechRequest("Good evening.", "anna", 1.0), new SpeechRequest("How are you?", "anna", 1.0));
        try (InputStream in = Files.newInputStream(file)) {
            AudioClip written = Wav.read(in);
            assertThat(written.sampleRateHz()).isEqualTo(24_000);
            assertThat(written.duration()).isEqualTo(Duration.ofSeconds(1));
        }
        assertThat(models.leased).isZero();
    }

    @Test
    void a_voice_that_the_model_lacks_is_replaced() throws Exception {
        mouth.voices = Set.of("zoe", "bert");

        commands.say("Hi.", "--company=acme", "--out=" + folder.resolve("x.wav"));
        assertThat(mouth.said).extracting(SpeechRequest::voice).containsExactly("bert");
    }

    @Test
    void what_was_said_is_told_to_programs() throws Exception {
        String json = commands.say("Hi.", "--json", "--company=acme", "--out=" + folder.resolve("x.wav"));

        assertThat(JsonParser.parseString(json).getAsJsonObject().keySet()).containsExactly("file", "sampleRateHz", "audioMs", "ms", "owner");
    }

    @Test
    void a_file_is_heard_at_the_recogniser_s_rate() throws Exception {
        assertThat(commands.hear(wav(Duration.ofSeconds(1)), "--company", "acme")).isEqualTo("What a day.");
        assertThat(ear.heard).singleElement().satisfies(clip -> {
            assertThat(clip.sampleRateHz()).isEqualTo(16_000);
            assertThat(clip.duration()).isEqualTo(Duration.ofMillis(1_100));
        });
        assertThat(JsonParser.parseString(commands.hear(wav(Duration.ofSeconds(1)), "--company", "acme", "--json")).getAsJsonObject().keySet())
                .containsExactly("text", "audioMs", "ms", "owner");
        assertThat(models.leased).isZero();
    }

    @Test
    void silence_has_no_words() throws Exception {
        ear.words = "";

        assertThat(commands.hear(wav(Duration.ofSeconds(1)), "--company", "acme")).isEqualTo("(no words)");
    }

    @Test
    void a_whole_recording_is_refused() throws IOException {
        String file = wav(Duration.ofSeconds(31));

        assertThatThrownBy(() -> commands.hear(file, "--company", "acme")).isInstanceOf(IOException.class).hasMessageContaining("lasts 31 s");
    }

    @Test
    void without_a_warm_model_it_says_where_to_look() {
        SpeechCommands early = new SpeechCommands(new FakeCompanies("acme"), new FakeModels());

        assertThatIllegalStateException().isThrownBy(() -> early.say("Hi.", "--company=acme", "--out=" + folder.resolve("x.wav")))
                .withMessage("no TextToSpeech that fits company acme is warm; see voice:models");
    }

    private String wav(Duration length) throws IOException {
        Path file = folder.resolve("in.wav");
        try (OutputStream out = Files.newOutputStream(file)) {
            Wav.write(AudioClip.silence(48_000, length), out);
        }
        return file.toString();
    }

    /** Half a second of silence for whatever it is to say, in two pieces. */
    private static final class Mouth implements TextToSpeech {

        private final List<SpeechRequest> said = new ArrayList<>();
        private Set<String> voices = Set.of("anna");

        @Override
        public int sampleRateHz() {
            return 24_000;
        }

        @Override
        public Set<String> voices() {
            return voices;
        }

        @Override
        public void speak(SpeechRequest request, AudioSink sink) {
            said.add(request);
            sink.accept(AudioClip.silence(24_000, Duration.ofMillis(200)));
            sink.accept(AudioClip.silence(24_000, Duration.ofMillis(300)));
        }
    }

    /** Hears the same in everything. */
    private static final class Ear implements SpeechToText {

        private final List<AudioClip> heard = new ArrayList<>();
        private String words = "What a day.";

        @Override
        public int sampleRateHz() {
            return 16_000;
        }

        @Override
        public Set<String> languages() {
            return Set.of("en");
        }

        @Override
        public String transcribe(AudioClip speech, String language) {
            heard.add(speech);
            return words;
        }
    }
}
