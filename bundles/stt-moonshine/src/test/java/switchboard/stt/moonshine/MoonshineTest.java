package switchboard.stt.moonshine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import switchboard.api.audio.AudioClip;
import switchboard.api.stt.TranscriptionException;
import switchboard.testkit.SampleSpeech;
import switchboard.testkit.TestModels;

@Tag("models")
class MoonshineTest {

    private static final String QUESTION = "could you please tell me what time the meeting starts tomorrow";
    private static final String FOX = "the quick brown fox jumps over the lazy dog";

    private static Moonshine moonshine;

    @BeforeAll
    static void open() throws Exception {
        moonshine = load();
    }

    @AfterAll
    static void close() {
        moonshine.close();
    }

    @ParameterizedTest
    @CsvSource({
        "turn_complete,   " + QUESTION,
        "turn_incomplete, could you please tell me what time",
        "turn_long,       " + FOX + " " + QUESTION + " " + FOX,
        "speech,          " + QUESTION + " " + FOX
    })
    void it_hears_what_is_said(String clip, String words) throws Exception {
        assertThat(bare(hear(SampleSpeech.clip(clip)))).isEqualTo(words);
    }

    @Test
    void it_punctuates() throws Exception {
        assertThat(hear(SampleSpeech.clip("turn_complete"))).startsWith("Could").endsWith("tomorrow?");
    }

    @Test
    void speech_longer_than_the_model_was_made_for_is_heard_to_the_end() throws Exception {
        String heard = bare(hear(threeTimes(SampleSpeech.clip("turn_long"))));
        assertThat(Pattern.compile("quick brown fox").matcher(heard).results()).hasSize(6);
        // In the middle of long speech it spells one of them "to morrow"; no word is lost.
        assertThat(Pattern.compile("meeting starts to ?morrow").matcher(heard).results()).hasSize(3);
        assertThat(heard).endsWith(FOX);
    }

    @Test
    void less_than_a_fifth_of_a_second_holds_no_words() throws Exception {
        assertThat(hear(new AudioClip(16_000, new float[0]))).isEmpty();
        assertThat(hear(SampleSpeech.clip("turn_complete").slice(0, 3_199))).isEmpty();
    }

    @Test
    void a_fifth_of_a_second_and_silence_are_survived() throws Exception {
        assertThat(hear(SampleSpeech.clip("turn_complete").slice(16_000, 19_200))).isNotNull();
        assertThat(hear(AudioClip.silence(16_000, Duration.ofSeconds(2))).length()).isLessThan(40);
    }

    @Test
    void another_sample_rate_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> hear(AudioClip.silence(8_000, Duration.ofSeconds(1))))
                .withMessage("expected 16000 Hz, got 8000 Hz");
    }

    @Test
    void another_language_is_refused() {
        AudioClip clip = SampleSpeech.clip("turn_short");
        assertThatIllegalArgumentException().isThrownBy(() -> moonshine.transcribe(clip, "de"))
                .withMessage("expected language en, got de");
    }

    @Test
    void a_broken_sample_is_reported() {
        AudioClip broken = SampleSpeech.clip("turn_complete");
        broken.samples()[100] = Float.NaN;
        assertThatExceptionOfType(TranscriptionException.class).isThrownBy(() -> hear(broken)).withMessage("sample 100 is NaN");
    }

    @Test
    void an_interrupted_caller_does_not_wait() {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(TranscriptionException.class).isThrownBy(() -> hear(SampleSpeech.clip("turn_short")));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void a_retired_model_refuses_and_closing_twice_is_harmless() throws Exception {
        Moonshine retired = load();
        retired.close();
        retired.close();
        assertThatIllegalStateException().isThrownBy(() -> retired.transcribe(SampleSpeech.clip("turn_short"), "en"))
                .withMessage("Moonshine has been retired");
    }

    private static Moonshine load() throws Exception {
        return Moonshine.open(new TestModels());
    }

    private static String hear(AudioClip speech) throws TranscriptionException {
        return moonshine.transcribe(speech, "en");
    }

    private static AudioClip threeTimes(AudioClip clip) {
        int length = clip.samples().length;
        float[] samples = new float[3 * length];
        for (int i = 0; i < 3; i++) {
            System.arraycopy(clip.samples(), 0, samples, i * length, length);
        }
        return new AudioClip(clip.sampleRateHz(), samples);
    }

    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("\\p{Punct}", "");
    }
}
