package switchboard.tts.piper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
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
class PiperTest {

    private static final String HELLO = "həlˈO, ðɪs ɪz ðə fɹˈʌnt dˈɛsk.";
    private static final String LONG = "wˌi ɑɹ ˈOpᵊn fɹʌm nˈIn ɪn ðə mˈɔɹnɪŋ ʌntˈɪl tˈɛn æt nˈIt, ɛvəɹi dˈA bˌʌt mˈʌndA, ænd wˌi lˈʊk fˈɔɹwəɹd tʊ sˈiɪŋ ju.";

    private static Piper piper;

    @BeforeAll
    static void open() throws Exception {
        piper = load();
    }

    @AfterAll
    static void close() {
        piper.close();
    }

    @Test
    void a_sentence_is_speech_without_silence_around() throws Exception {
        AudioClip heard = hear(HELLO, 1);
        assertThat(heard.sampleRateHz()).isEqualTo(22_050);
        assertThat(heard.duration()).isBetween(Duration.ofMillis(1_000), Duration.ofMillis(3_000));
        assertThat(silence(heard, 0, 1)).isLessThanOrEqualTo(Duration.ofMillis(100));
        assertThat(silence(heard, heard.samples().length - 1, -1)).isLessThanOrEqualTo(Duration.ofMillis(100));
    }

    /** A phoneme lasts a frame at least, so that fast speech is not quite as fast as it should be. */
    @Test
    void twice_the_speed_takes_about_half_the_time_and_half_the_speed_twice() throws Exception {
        double normal = hear(LONG, 1).samples().length;
        assertThat(hear(LONG, 2).samples().length / normal).isBetween(0.4, 0.75);
        assertThat(hear(LONG, 0.5).samples().length / normal).isBetween(1.6, 2.4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "?!", "—", "日本語", "_^$"})
    void nothing_to_pronounce_is_no_audio_and_no_error(String phonemes) throws Exception {
        assertThat(pieces(phonemes, 1)).isEmpty();
    }

    @Test
    void unknown_symbols_are_skipped() throws Exception {
        assertThat(hear("日" + HELLO + "\uD83D\uDE00\u0000", 1).duration()).isBetween(Duration.ofMillis(1_000), Duration.ofMillis(3_000));
    }

    @Test
    void a_long_sentence_is_heard_clause_by_clause_with_pauses_between() throws Exception {
        List<AudioClip> pieces = pieces(LONG, 1);
        assertThat(pieces).hasSizeGreaterThanOrEqualTo(3);
        assertThat(Sound.level(pieces.get(0).samples())).isGreaterThan(0.01);
        assertThat(Sound.level(pieces.get(1).samples())).isZero();
        assertThat(pieces.get(1).duration()).isBetween(Duration.ofMillis(100), Duration.ofMillis(130));
    }

    @Test
    void a_word_without_end_is_said_in_bounded_pieces() throws Exception {
        assertThat(pieces("bˈə".repeat(400), 2)).hasSizeGreaterThan(3)
                .allSatisfy(piece -> assertThat(piece.duration()).isLessThan(Duration.ofSeconds(60)));
    }

    @Test
    void after_the_sink_has_had_enough_nothing_more_is_said() throws Exception {
        List<AudioClip> heard = new ArrayList<>();
        piper.speak(request(LONG.repeat(5), 1), piece -> {
            heard.add(piece);
            return heard.size() < 3;
        });
        assertThat(heard).hasSize(3);
    }

    @Test
    void callers_at_once_are_all_heard() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(3);
        try {
            List<Callable<AudioClip>> calls = Collections.nCopies(6, () -> hear(HELLO, 1));
            for (Future<AudioClip> heard : callers.invokeAll(calls)) {
                assertThat(heard.get().duration()).isBetween(Duration.ofMillis(1_000), Duration.ofMillis(3_000));
            }
        } finally {
            callers.shutdownNow();
        }
    }

    @Test
    void an_unknown_voice_is_refused_even_if_there_is_nothing_to_say() {
        assertThatIllegalArgumentException().isThrownBy(() -> piper.speak(new SpeechRequest("", "nobody", 1), piece -> true))
                .withMessage("expected one of [joe], got nobody");
    }

    @Test
    void a_retired_model_refuses_and_closing_twice_is_harmless() throws Exception {
        Piper retired = load();
        retired.close();
        retired.close();
        assertThatIllegalStateException().isThrownBy(() -> retired.speak(request(HELLO, 1), piece -> true))
                .withMessage("Piper has been retired");
    }

    @Test
    void a_file_that_describes_no_voice_is_named() {
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> VoiceFile.read(TestModels.path("misaki-lexicon-en-us", "us_gold.json")))
                .withMessageStartingWith("us_gold.json is not the description of a Piper voice");
    }

    private static Piper load() throws Exception {
        return Piper.open(new TestModels(), text -> text);
    }

    private static SpeechRequest request(String phonemes, double speed) {
        return new SpeechRequest(phonemes, Piper.VOICE, speed);
    }

    private static AudioClip hear(String phonemes, double speed) throws Exception {
        return AudioClip.joined(piper.sampleRateHz(), pieces(phonemes, speed));
    }

    private static List<AudioClip> pieces(String phonemes, double speed) throws Exception {
        List<AudioClip> pieces = new ArrayList<>();
        piper.speak(request(phonemes, speed), pieces::add);
        return pieces;
    }

    private static Duration silence(AudioClip clip, int from, int step) {
        int i = from;
        while (Math.abs(clip.samples()[i]) <= 0.01f) {
            i += step;
        }
        return Duration.ofNanos(Math.abs(i - from) * 1_000_000_000L / clip.sampleRateHz());
    }
}
