package switchboard.tts.kokoro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.api.audio.AudioClip;
import switchboard.api.tts.SpeechRequest;
import switchboard.testkit.TestModels;

/** Here a text is its own phonemes. */
@Tag("models")
class KokoroTest {

    private static final String HELLO = "həlˈO, ðɪs ɪz ðə fɹˈʌnt dˈɛsk.";

    private static Speaker speaker;
    private static Kokoro kokoro;

    @BeforeAll
    static void open() throws Exception {
        speaker = load();
        kokoro = new Kokoro(speaker, text -> text);
    }

    @AfterAll
    static void close() {
        speaker.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"af_heart", "am_michael", "bf_emma"})
    void a_sentence_is_speech_without_silence_around(String voice) throws Exception {
        float[] heard = hear(HELLO, voice, 1);
        assertThat(heard.length).isBetween(24_000, 3 * 24_000);
        assertThat(loudFrom(heard)).isLessThanOrEqualTo(2_400);
    }

    @Test
    void voices_differ_and_one_voice_always_sounds_the_same() throws Exception {
        float[] heart = hear(HELLO, "af_heart", 1);
        assertThat(hear(HELLO, "af_heart", 1)).isEqualTo(heart);
        assertThat(hear(HELLO, "am_adam", 1)).isNotEqualTo(heart);
        assertThat(kokoro.voices()).hasSize(28);
    }

    @Test
    void twice_the_speed_takes_about_half_the_time() throws Exception {
        double normal = hear(HELLO, "af_heart", 1).length;
        assertThat(hear(HELLO, "af_heart", 2).length / normal).isBetween(0.4, 0.7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "?!", "日本語"})
    void nothing_to_pronounce_is_no_audio_and_no_error(String phonemes) throws Exception {
        assertThat(hear(phonemes, "af_heart", 1)).isEmpty();
    }

    @Test
    void unknown_symbols_are_skipped() throws Exception {
        float[] known = hear(HELLO, "af_heart", 1);
        assertThat(hear("#" + HELLO + "\uD83D\uDE00", "af_heart", 1)).isEqualTo(known);
    }

    @Test
    void six_hundred_tokens_are_said_with_a_pause_where_they_are_cut() throws Exception {
        List<AudioClip> pieces = pieces(HELLO.repeat(600 / HELLO.length() + 1), "af_heart", 2);
        assertThat(pieces.stream().filter(KokoroTest::isSilent)).hasSize(1)
                .allSatisfy(pause -> assertThat(pause.duration()).isEqualTo(Duration.ofMillis(200)));
        assertThat(Samples.level(pieces.get(pieces.size() - 1).samples())).isGreaterThan(0.01);
    }

    @Test
    void after_the_sink_has_had_enough_nothing_more_is_said() throws Exception {
        List<AudioClip> pieces = new ArrayList<>();
        kokoro.speak(new SpeechRequest(HELLO.repeat(30), "af_heart", 2), piece -> {
            pieces.add(piece);
            return pieces.size() < 2;
        });
        assertThat(pieces).hasSize(2);
    }

    @Test
    void callers_at_once_hear_the_same_as_one_alone() throws Exception {
        float[] alone = hear(HELLO, "af_heart", 1);
        ExecutorService callers = Executors.newFixedThreadPool(3);
        try {
            List<Callable<float[]>> calls = Collections.nCopies(3, () -> hear(HELLO, "af_heart", 1));
            for (Future<float[]> heard : callers.invokeAll(calls)) {
                assertThat(heard.get()).isEqualTo(alone);
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void an_unknown_voice_is_refused_even_if_there_is_nothing_to_say() {
        assertThatIllegalArgumentException().isThrownBy(() -> hear("", "nobody", 1)).withMessageEndingWith("got nobody");
    }

    @Test
    void a_retired_model_refuses_and_closing_twice_is_harmless() throws Exception {
        Speaker retired = load();
        retired.close();
        retired.close();
        Kokoro mute = new Kokoro(retired, text -> text);
        assertThatIllegalStateException().isThrownBy(() -> mute.speak(new SpeechRequest(HELLO, "af_heart", 1), piece -> true))
                .withMessage("Kokoro has been retired");
    }

    private static Speaker load() throws Exception {
        TestModels models = new TestModels();
        Voices voices = Voices.from(models);
        return Speaker.open(new Synthesis(FastGraphs.open(models), voices, new Pace(), () -> 0), voices);
    }

    private static float[] hear(String phonemes, String voice, double speed) throws Exception {
        return Sounds.joined(pieces(phonemes, voice, speed).stream().map(AudioClip::samples).toList());
    }

    private static List<AudioClip> pieces(String phonemes, String voice, double speed) throws Exception {
        List<AudioClip> pieces = new ArrayList<>();
        kokoro.speak(new SpeechRequest(phonemes, voice, speed), pieces::add);
        return pieces;
    }

    private static boolean isSilent(AudioClip piece) {
        return Samples.level(piece.samples()) == 0;
    }

    private static int loudFrom(float[] samples) {
        int i = 0;
        while (Math.abs(samples[i]) <= 0.01f) {
            i++;
        }
        return i;
    }
}
