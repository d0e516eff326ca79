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

    private static Kokoro kokoro;

    @BeforeAll
    static void open() throws Exception {
        kokoro = load();
    }

    @AfterAll
    static void close() {
        kokoro.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"af_heart", "am_michael", "bf_emma"})
    void a_sentence_is_one_piece_of_speech_without_silence_around(String voice) throws Exception {
        List<AudioClip> pieces = hear(HELLO, voice, 1);
        assertThat(pieces).hasSize(1);
        assertThat(pieces.get(0).sampleRateHz()).isEqualTo(24_000);
        assertThat(pieces.get(0).duration()).isBetween(Duration.ofMillis(1_000), Duration.ofMillis(3_000));
        assertThat(loudFrom(pieces.get(0).samples())).isLessThanOrEqualTo(720);
    }

    @Test
    void voices_differ_and_one_voice_always_sounds_the_same() throws Exception {
        float[] heart = hear(HELLO, "af_heart", 1).get(0).samples();
        assertThat(hear(HELLO, "af_heart", 1).get(0).samples()).isEqualTo(heart);
        assertThat(hear(HELLO, "am_adam", 1).get(0).samples()).isNotEqualTo(heart);
        assertThat(kokoro.voices()).hasSize(28);
    }

    @Test
    void twice_the_speed_takes_about_half_the_time() throws Exception {
        double normal = hear(HELLO, "af_heart", 1).get(0).duration().toMillis();
        assertThat(hear(HELLO, "af_heart", 2).get(0).duration().toMillis() / normal).isBetween(0.4, 0.7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "?!", "日本語"})
    void nothing_to_pronounce_is_no_audio_and_no_error(String phonemes) throws Exception {
        assertThat(hear(phonemes, "af_heart", 1)).isEmpty();
    }

    @Test
    void unknown_symbols_are_skipped() throws Exception {
        float[] known = hear(HELLO, "af_heart", 1).get(0).samples();
        assertThat(hear("#" + HELLO + "\uD83D\uDE00", "af_heart", 1).get(0).samples()).isEqualTo(known);
    }

    @Test
    void six_hundred_tokens_come_in_two_pieces() throws Exception {
        String text = HELLO.repeat(600 / HELLO.length() + 1);
        List<AudioClip> pieces = hear(text, "af_heart", 2);
        assertThat(pieces).hasSize(2);
        assertThat(pieces).allSatisfy(piece -> assertThat(piece.duration()).isGreaterThan(Duration.ofSeconds(1)));
    }

    @Test
    void after_the_sink_has_had_enough_nothing_more_is_said() throws Exception {
        List<AudioClip> pieces = new ArrayList<>();
        kokoro.speak(new SpeechRequest(HELLO.repeat(30), "af_heart", 2), piece -> {
            pieces.add(piece);
            return false;
        });
        assertThat(pieces).hasSize(1);
    }

    @Test
    void callers_at_once_hear_the_same_as_one_alone() throws Exception {
        float[] alone = hear(HELLO, "af_heart", 1).get(0).samples();
        ExecutorService callers = Executors.newFixedThreadPool(3);
        try {
            List<Callable<List<AudioClip>>> calls = Collections.nCopies(3, () -> hear(HELLO, "af_heart", 1));
            for (Future<List<AudioClip>> heard : callers.invokeAll(calls)) {
                assertThat(heard.get().get(0).samples()).isEqualTo(alone);
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
        Kokoro retired = load();
        retired.close();
        retired.close();
        assertThatIllegalStateException().isThrownBy(() -> retired.speak(new SpeechRequest(HELLO, "af_heart", 1), piece -> true))
                .withMessage("Kokoro has been retired");
    }

    private static Kokoro load() throws Exception {
        TestModels models = new TestModels();
        return Kokoro.open(FastGraph.file(models), Voices.from(models), text -> text);
    }

    private static List<AudioClip> hear(String phonemes, String voice, double speed) throws Exception {
        List<AudioClip> pieces = new ArrayList<>();
        kokoro.speak(new SpeechRequest(phonemes, voice, speed), pieces::add);
        return pieces;
    }

    private static int loudFrom(float[] samples) {
        int i = 0;
        while (Math.abs(samples[i]) <= 0.01f) {
            i++;
        }
        return i;
    }
}
