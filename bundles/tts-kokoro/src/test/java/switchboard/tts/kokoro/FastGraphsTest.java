package switchboard.tts.kokoro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.testkit.TestModels;

/** The graphs that run, one after the other, against the one that was published. */
@Tag("models")
class FastGraphsTest {

    private static PublishedGraph published;
    private static Graphs graphs;
    private static Synthesis fast;
    private static Voices voices;

    @BeforeAll
    static void open() throws Exception {
        TestModels models = new TestModels();
        published = new PublishedGraph(TestModels.path("kokoro-82m", "kokoro-v1.0.int8.onnx"));
        graphs = FastGraphs.open(models);
        voices = Voices.from(models);
        fast = new Synthesis(graphs, voices);
    }

    @AfterAll
    static void close() {
        published.close();
        fast.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "həlˈO, ðɪs ɪz ðə fɹˈʌnt dˈɛsk, hˌW kæn ˌI hˈɛlp ju tədˈA?",
        "jʊɹ əpˈYntmᵊnt ɪz ɑn fɹˈIdA æt sˈɪks θˈɜɹTi.",
        "θˈæŋk ju fɔɹ kˈɔlɪŋ. ɡʊdbˈI!"
    })
    void they_say_the_same(String phonemes) throws Exception {
        int[] tokens = Vocabulary.tokens(phonemes);
        float[] style = voices.style("af_heart", tokens.length);
        float[] expected = Silence.trimmed(published.say(tokens, style));
        float[] actual = fast.whole(graphs.front(tokens, style, 1), style);
        assertThat((double) actual.length / expected.length).as("duration").isCloseTo(1, within(0.03));
        assertThat(Sounds.levelDb(actual, expected)).as("level in dB").isCloseTo(0, within(1.0));
        assertThat(Sounds.spectralDistanceDb(expected, actual)).as("log-spectral distance in dB").isLessThan(7);
    }
}
