package switchboard.stt.whisper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import switchboard.api.audio.AudioClip;
import switchboard.api.audio.Wav;
import switchboard.api.stt.TranscriptionException;
import switchboard.testkit.SampleSpeech;
import switchboard.testkit.TestModels;

@Tag("models")
class WhisperTest {

    private static final String QUESTION = "could you please tell me what time the meeting starts tomorrow";
    private static final String FOX = "the quick brown fox jumps over the lazy dog";

    private static Whisper whisper;

    @BeforeAll
    static void open() throws Exception {
        whisper = Whisper.open(TestModels.path("whisper-base", "ggml-base-q8_0.bin"));
    }

    @AfterAll
    static void close() {
        whisper.close();
    }

    @ParameterizedTest
    @CsvSource({
        "turn_complete,   " + QUESTION,
        "turn_incomplete, could you please tell me what time",
        "turn_long,       " + FOX + " " + QUESTION + " " + FOX,
        "speech,          " + QUESTION + " " + FOX
    })
    void it_hears_what_is_said(String clip, String words) throws Exception {
        String heard = bare(hear(SampleSpeech.clip(clip)));
        // One clip ends within the next word, which it may or may not complete.
        assertThat(wordErrors(words.split(" "), heard.split(" "))).as(heard).isLessThanOrEqualTo(1);
    }

    /** Synthetic voices: German by eSpeak NG, the others by Kokoro. */
    @ParameterizedTest
    @CsvSource({
        "de, guten tag ich möchte einen termin für morgen",
        "es, a qué hora abre la oficina los sábados",
        "fr, à quelle heure est-ce que vous ouvrez le samedi",
        "it, a che ora aprite il sabato",
        "pt, a que horas vocês abrem no sábado"
    })
    void it_hears_other_languages(String language, String words) throws Exception {
        String heard = whisper.transcribe(resource(language + ".wav"), language).toLowerCase(Locale.ROOT);
        String[] said = words.split(" ");
        assertThat(wordErrors(said, heard.replaceAll("[.,?!¿]", "").strip().split(" "))).as(heard).isLessThanOrEqualTo(2);
    }

    @Test
    void it_punctuates() throws Exception {
        assertThat(hear(SampleSpeech.clip("turn_complete"))).startsWith("Could").endsWith("tomorrow?");
    }

    @Test
    void forty_seconds_are_heard_to_the_end() throws Exception {
        AudioClip speech = repeated(SampleSpeech.clip("turn_long"), 4);
        assertThat(speech.duration()).isGreaterThan(Duration.ofSeconds(40));
        String heard = bare(hear(speech));
        assertThat(Pattern.compile("quick brown fox").matcher(heard).results()).hasSize(8);
        assertThat(Pattern.compile("meeting starts to ?morrow").matcher(heard).results()).hasSize(4);
        assertThat(heard).endsWith(FOX);
    }

    @Test
    void every_beginning_of_a_sentence_is_heard_without_a_loop_or_an_invented_end() throws Exception {
        AudioClip speech = SampleSpeech.clip("turn_complete");
        for (int end = 8_000; end < speech.samples().length; end += 8_000) {
            String heard = bare(hear(speech.slice(0, end)));
            assertThat(heard.split(" ")).as(heard).hasSizeLessThanOrEqualTo(12);
        }
    }

    @Test
    void silence_before_and_after_adds_no_words() throws Exception {
        float[] speech = SampleSpeech.clip("turn_complete").samples();
        float[] samples = new float[speech.length + 10 * 16_000];
        System.arraycopy(speech, 0, samples, 5 * 16_000, speech.length);
        assertThat(bare(hear(new AudioClip(16_000, samples)))).isEqualTo(QUESTION);
    }

    @Test
    void speech_is_heard_through_noise() throws Exception {
        float[] samples = SampleSpeech.clip("turn_complete").samples().clone();
        float[] noise = noise(samples.length, 0.005f);
        for (int i = 0; i < samples.length; i++) {
            samples[i] += noise[i];
        }
        assertThat(bare(hear(new AudioClip(16_000, samples)))).isEqualTo(QUESTION);
    }

    @Test
    void silence_and_noise_hold_no_words() throws Exception {
        for (String language : Whisper.LANGUAGES) {
            assertThat(whisper.transcribe(AudioClip.silence(16_000, Duration.ofSeconds(3)), language)).isEmpty();
        }
        for (float amplitude : new float[] {0.0003f, 0.003f, 0.03f, 0.3f}) {
            assertThat(hear(new AudioClip(16_000, noise(48_000, amplitude)))).isEmpty();
        }
    }

    @Test
    void a_burst_of_noise_holds_no_words() throws Exception {
        for (float amplitude : new float[] {0.003f, 0.03f, 0.3f}) {
            float[] samples = new float[48_000];
            System.arraycopy(noise(16_000, amplitude), 0, samples, 16_000, 16_000);
            assertThat(hear(new AudioClip(16_000, samples))).isEmpty();
        }
    }

    @Test
    void short_clips_are_survived() throws Exception {
        AudioClip speech = SampleSpeech.clip("turn_complete");
        assertThat(hear(new AudioClip(16_000, new float[0]))).isEmpty();
        assertThat(hear(speech.slice(16_000, 16_001))).isEmpty();
        assertThat(hear(speech.slice(16_000, 16_800))).isEmpty();
        assertThat(hear(speech.slice(16_000, 19_200)).length()).isLessThan(20);
    }

    @Test
    void another_sample_rate_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> hear(AudioClip.silence(8_000, Duration.ofSeconds(1))))
                .withMessage("expected 16000 Hz, got 8000 Hz");
    }

    @Test
    void a_language_it_does_not_know_is_refused() {
        AudioClip clip = SampleSpeech.clip("turn_short");
        assertThatIllegalArgumentException().isThrownBy(() -> whisper.transcribe(clip, "auto")).withMessageEndingWith("got auto");
    }

    @ParameterizedTest
    @CsvSource({"NaN", "Infinity", "-Infinity"})
    void a_broken_sample_is_reported(float sample) throws Exception {
        AudioClip broken = SampleSpeech.clip("turn_complete");
        broken.samples()[100] = sample;
        assertThatExceptionOfType(TranscriptionException.class).isThrownBy(() -> hear(broken)).withMessage("sample 100 is " + sample);
        assertThat(bare(hear(SampleSpeech.clip("turn_complete")))).isEqualTo(QUESTION);
    }

    @Test
    void samples_beyond_full_scale_are_survived() throws Exception {
        AudioClip loud = SampleSpeech.clip("turn_complete");
        loud.samples()[20_000] = 3e38f;
        assertThat(bare(hear(loud))).contains("meeting");
    }

    private static String hear(AudioClip speech) throws TranscriptionException {
        return whisper.transcribe(speech, "en");
    }

    private static AudioClip resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(WhisperTest.class.getResourceAsStream(name), name)) {
            return Wav.read(in);
        }
    }

    private static AudioClip repeated(AudioClip clip, int times) {
        int length = clip.samples().length;
        float[] samples = new float[times * length];
        for (int i = 0; i < times; i++) {
            System.arraycopy(clip.samples(), 0, samples, i * length, length);
        }
        return new AudioClip(clip.sampleRateHz(), samples);
    }

    private static float[] noise(int length, float amplitude) {
        Random random = new Random(1);
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (float) random.nextGaussian() * amplitude;
        }
        return samples;
    }

    /** Insertions, deletions and replacements (Levenshtein). */
    private static int wordErrors(String[] said, String[] heard) {
        int[] errors = new int[heard.length + 1];
        Arrays.setAll(errors, i -> i);
        for (int i = 1; i <= said.length; i++) {
            int diagonal = errors[0];
            errors[0] = i;
            for (int j = 1; j <= heard.length; j++) {
                int replaced = diagonal + (said[i - 1].equals(heard[j - 1]) ? 0 : 1);
                diagonal = errors[j];
                errors[j] = Math.min(replaced, 1 + Math.min(errors[j], errors[j - 1]));
            }
        }
        return errors[heard.length];
    }

    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\p{Punct}", "");
    }
}
