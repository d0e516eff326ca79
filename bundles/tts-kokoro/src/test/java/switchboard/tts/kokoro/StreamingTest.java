package switchboard.tts.kokoro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.testkit.TestModels;

/** What is heard piece by piece against the same utterance computed as a whole, by the same graphs. */
@Tag("models")
class StreamingTest {

    private static final String VOICE = "af_heart";
    private static final String SENTENCE = "jʊɹ tˈAbᵊl fɔɹ fˈɔɹ ɪz bˈʊkt ɑn fɹˈIdA æt sˈɛvən ˌɪn ði ˈivnɪŋ, ænd wˌi lˈʊk fˈɔɹwəɹd tʊ sˈiɪŋ ju.";

    private static Graphs graphs;
    private static Synthesis synthesis;
    private static Voices voices;

    @BeforeAll
    static void open() throws Exception {
        TestModels models = new TestModels();
        graphs = FastGraphs.open(models);
        voices = Voices.from(models);
        synthesis = new Synthesis(graphs, voices);
    }

    @AfterAll
    static void close() {
        synthesis.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "həlˈO, ðɪs ɪz ðə fɹˈʌnt dˈɛsk, hˌW kæn ˌI hˈɛlp ju tədˈA?",
        "jʊɹ əpˈYntmᵊnt ɪz ɑn fɹˈIdA æt sˈɪks θˈɜɹTi.",
        "wˌi ɑɹ ˈOpᵊn fɹʌm nˈIn ɪn ðə mˈɔɹnɪŋ ʌntˈɪl tˈɛn æt nˈIt, ɛvəɹi dˈA bˌʌt mˈʌndA.",
        "ˌI æm sˈɑɹi, wˌi dˈOnt hæv ə fɹˈi tˈAbᵊl æt ðæt tˈIm; wˈʊd hˈæf pˈæst ˈAt bi ɔlɹˈIt?",
        SENTENCE
    })
    void it_sounds_like_the_whole(String phonemes) throws Exception {
        assertAlike(phonemes, VOICE, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"am_michael", "bf_emma", "am_adam", "af_bella"})
    void it_sounds_like_the_whole_with_another_voice(String voice) throws Exception {
        assertAlike(SENTENCE, voice, 1);
    }

    @Test
    void a_voice_that_was_not_measured_is_heard_as_a_whole() throws Exception {
        Voices unmeasured = new Voices(Map.of("somebody", TestModels.path("kokoro-voices", "af_heart.bin")));
        int[] tokens = Vocabulary.tokens("θˈæŋk ju.");
        float[] style = voices.style(VOICE, tokens.length);
        List<float[]> pieces = new ArrayList<>();
        boolean wanted = new Synthesis(graphs, unmeasured).say(tokens, "somebody", 1, pieces::add);
        assertThat(wanted).isTrue();
        assertThat(pieces.size()).isEqualTo(1);
        assertThat(Arrays.equals(pieces.get(0), synthesis.whole(graphs.front(tokens, style, 1), style))).isTrue();
    }

    @Test
    void after_the_listener_has_had_enough_no_further_window_is_computed() throws Exception {
        List<float[]> pieces = new ArrayList<>();
        boolean wanted = synthesis.say(Vocabulary.tokens(SENTENCE), VOICE, 1, piece -> {
            pieces.add(piece);
            return pieces.size() < 3;
        });
        assertThat(wanted).isFalse();
        assertThat(pieces.size()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"0.8", "1.2"})
    void it_sounds_like_the_whole_at_another_speed(float speed) throws Exception {
        assertAlike(SENTENCE, VOICE, speed);
    }

    @Test
    void on_a_fast_processor_the_first_piece_is_a_fifth_of_a_second_at_most_and_later_ones_are_longer() throws Exception {
        List<float[]> pieces = new ArrayList<>();
        AtomicLong clockNs = new AtomicLong();
        new Synthesis(graphs, voices, new Pace(1), clockNs::incrementAndGet).say(Vocabulary.tokens(SENTENCE), VOICE, 1, pieces::add);
        assertThat(pieces.size()).isGreaterThanOrEqualTo(3);
        assertThat(pieces.get(0).length).isBetween(2 * 600, 8 * 600 - 60);
        assertThat(pieces.get(2).length).isGreaterThan(pieces.get(0).length);
    }

    @Test
    void on_a_slow_one_it_is_longer() throws Exception {
        List<float[]> pieces = new ArrayList<>();
        AtomicLong clockNs = new AtomicLong();
        new Synthesis(graphs, voices, new Pace(14_000_000), clockNs::incrementAndGet).say(Vocabulary.tokens(SENTENCE), VOICE, 1, piece -> {
            pieces.add(piece);
            return false;
        });
        assertThat(pieces.get(0).length).isBetween(14 * 600, 20 * 600 - 60);
    }

    /** The clock is looked at twice for the first piece and four times for each other: what stalls is the listener's side, behind the second. */
    @Test
    void after_a_stall_it_is_as_far_ahead_as_before() throws Exception {
        List<float[]> pieces = new ArrayList<>();
        AtomicLong looks = new AtomicLong();
        new Synthesis(graphs, voices, new Pace(1), () -> looks.incrementAndGet() + (looks.get() > 6 ? 10_000_000_000L : 0))
                .say(Vocabulary.tokens(SENTENCE), VOICE, 1, pieces::add);
        assertThat(pieces.get(2).length).as("late").isLessThan(10 * 600);
        assertThat(pieces.get(3).length).as("in time").isGreaterThan(10 * 600);
    }

    /** Whose windows are so short that several of them are silent at the end, with these voices for half a second and more. */
    @ParameterizedTest
    @ValueSource(strings = {"af_alloy", "am_onyx", "bf_isabella"})
    void on_a_hopeless_one_it_ends_with_its_last_sound_too(String voice) throws Exception {
        int[] tokens = Vocabulary.tokens("ðə tˈAbᵊl bI ðə wˈɪndO ɪz fɹˈi ˌɔn sˈʌndA ˈivnɪŋ, ænd ɪt ɪz jˈʊɹz.");
        List<float[]> pieces = new ArrayList<>();
        AtomicLong clockNs = new AtomicLong();
        new Synthesis(graphs, voices, new Pace(60_000_000), () -> clockNs.addAndGet(10_000_000_000L)).say(tokens, voice, 1, pieces::add);
        float[] all = Sounds.joined(pieces);
        assertThat(all.length - Silence.untilLastSound(all).length).as("samples of silence behind").isLessThanOrEqualTo(720);
        assertThat(pieces).allSatisfy(piece -> assertThat(piece).isNotEmpty());
    }

    @Test
    void nothing_jumps_where_pieces_meet() throws Exception {
        List<float[]> pieces = pieces(SENTENCE, 1);
        float[] all = Sounds.joined(pieces);
        int at = 0;
        for (float[] piece : pieces.subList(0, pieces.size() - 1)) {
            at += piece.length;
            float step = largestStep(all, at - 60, at + 60);
            assertThat(step).as("step at sample %d", at).isLessThan(1.5f * largestStep(all, at - 600, at + 600) + 0.001f);
            assertThat(Math.abs(all[at] - all[at - 1])).isLessThanOrEqualTo(step);
        }
    }

    @Test
    void one_word_is_heard_in_few_pieces() throws Exception {
        assertThat(pieces("jˈɛs.", 1).size()).isBetween(1, 3);
        assertAlike("jˈɛs.", VOICE, 1);
    }

    @Test
    void five_hundred_tokens_are_heard_to_the_end() throws Exception {
        int[] tokens = Arrays.copyOf(Vocabulary.tokens(SENTENCE.repeat(7)), 500);
        float[] style = voices.style(VOICE, tokens.length);
        Span audible = Span.audible(tokens, graphs.front(tokens, style, 1), 4, -3);
        List<float[]> pieces = pieces(tokens, VOICE, 1);
        int samples = pieces.stream().mapToInt(piece -> piece.length).sum();
        assertThat(samples).isCloseTo((audible.to() - audible.from()) * 600, within(24_000 / 2));
        assertThat(pieces.stream().mapToInt(piece -> piece.length)).allMatch(length -> length < 90 * 600);
    }

    /** What is computed twice in int8 is 4 dB from itself; a window with its own statistics would be 8 dB off. */
    private static void assertAlike(String phonemes, String voice, float speed) throws Exception {
        int[] tokens = Vocabulary.tokens(phonemes);
        float[] style = voices.style(voice, tokens.length);
        float[] whole = synthesis.whole(graphs.front(tokens, style, speed), style);
        float[] streamed = Silence.trimmed(Sounds.joined(pieces(tokens, voice, speed)));
        int lag = Sounds.lag(whole, streamed);
        float[] expected = Arrays.copyOfRange(whole, Math.max(0, -lag), whole.length);
        float[] actual = Arrays.copyOfRange(streamed, Math.max(0, lag), streamed.length);
        double distance = Sounds.spectralDistanceDb(expected, actual);
        assertThat(streamed.length).as("samples").isCloseTo(whole.length, within(2_400));
        // Short utterances differ from the average of a voice more than long ones.
        assertThat(Sounds.levelDb(streamed, whole)).as("level in dB").isCloseTo(0, within(tokens.length < 20 ? 2.5 : 1));
        assertThat(distance).as("log-spectral distance in dB").isLessThan(7.5);
    }

    private static float largestStep(float[] samples, int from, int to) {
        float largest = 0;
        for (int i = Math.max(1, from); i < Math.min(to, samples.length); i++) {
            largest = Math.max(largest, Math.abs(samples[i] - samples[i - 1]));
        }
        return largest;
    }

    private static List<float[]> pieces(String phonemes, float speed) throws Exception {
        return pieces(Vocabulary.tokens(phonemes), VOICE, speed);
    }

    private static List<float[]> pieces(int[] tokens, String voice, float speed) throws Exception {
        List<float[]> pieces = new ArrayList<>();
        synthesis.say(tokens, voice, speed, pieces::add);
        return pieces;
    }
}
