package switchboard.tts.piper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.api.audio.AudioClip;
import switchboard.api.tts.SpeechRequest;
import switchboard.testkit.TestModels;

/** What is Piper's own, besides what every voice keeps. Here a text is its own phonemes. */
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

    @ParameterizedTest
    @ValueSource(strings = {"—", "日本語", "_^$"})
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
        List<AudioClip> pauses = pieces.stream().filter(piece -> Sound.level(piece.samples()) == 0).toList();
        assertThat(Sound.level(pieces.get(0).samples())).isGreaterThan(0.01);
        assertThat(pauses).isNotEmpty().allSatisfy(pause -> assertThat(pause.duration()).isBetween(Duration.ofMillis(100), Duration.ofMillis(130)));
    }

    @Test
    void a_sentence_is_heard_before_the_whole_of_it_is_made() throws Exception {
        List<AudioClip> pieces = pieces(HELLO, 1);
        assertThat(pieces).hasSizeGreaterThanOrEqualTo(2);
        assertThat(pieces.get(0).duration()).isLessThan(Duration.ofMillis(300));
    }

    @Test
    void whoever_has_heard_enough_is_given_no_more() throws Exception {
        List<AudioClip> pieces = new ArrayList<>();
        piper.speak(request(LONG, 1), piece -> {
            pieces.add(piece);
            return pieces.size() < 2;
        });
        assertThat(pieces).hasSize(2);
    }

    @Test
    void a_word_without_end_is_said_in_bounded_pieces() throws Exception {
        assertThat(pieces("bˈə".repeat(400), 2)).hasSizeGreaterThan(3)
                .allSatisfy(piece -> assertThat(piece.duration()).isLessThan(Duration.ofSeconds(60)));
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
}
