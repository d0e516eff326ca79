package switchboard.tts.kokoro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.testkit.TestModels;

/** The graph that runs against the one that was published. */
@Tag("models")
class FastGraphTest {

    private static final int WINDOW = 512;
    /** About -60 dB below full scale: what is quieter does not count. */
    private static final double FLOOR = 1e-3;

    private static Network published;
    private static Network fast;
    private static Voices voices;

    @BeforeAll
    static void open() throws Exception {
        TestModels models = new TestModels();
        published = Network.open(TestModels.path("kokoro-82m", "kokoro-v1.0.int8.onnx"));
        fast = Network.openOptimised(FastGraph.file(models));
        voices = Voices.from(models);
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
    void it_says_the_same(String phonemes) throws Exception {
        int[] tokens = Vocabulary.tokens(phonemes);
        float[] style = voices.style("af_heart", tokens.length);
        float[] expected = published.say(tokens, style, 1);
        float[] actual = fast.say(tokens, style, 1);
        assertThat((double) actual.length / expected.length).as("duration").isCloseTo(1, within(0.02));
        assertThat(20 * Math.log10(rms(actual) / rms(expected))).as("level in dB").isCloseTo(0, within(1.0));
        assertThat(spectralDistanceDb(expected, actual)).as("log-spectral distance in dB").isLessThan(6);
    }

    private static double rms(float[] samples) {
        double squares = 0;
        for (float sample : samples) {
            squares += (double) sample * sample;
        }
        return Math.sqrt(squares / samples.length);
    }

    /** Root mean square over the bins, mean over the windows that hold speech. */
    private static double spectralDistanceDb(float[] a, float[] b) {
        double sum = 0;
        int windows = 0;
        for (int from = 0; from + WINDOW <= Math.min(a.length, b.length); from += WINDOW) {
            List<double[]> spectra = List.of(spectrum(a, from), spectrum(b, from));
            double squares = 0;
            int bins = 0;
            for (int k = 1; k < WINDOW / 2; k++) {
                if (spectra.get(0)[k] > FLOOR * WINDOW) {
                    double distance = 20 * Math.log10(Math.max(spectra.get(1)[k], FLOOR) / spectra.get(0)[k]);
                    squares += distance * distance;
                    bins++;
                }
            }
            if (bins > 0) {
                sum += Math.sqrt(squares / bins);
                windows++;
            }
        }
        return sum / windows;
    }

    /** Magnitudes under a Hann window, by definition of the transform. */
    private static double[] spectrum(float[] samples, int from) {
        double[] magnitudes = new double[WINDOW / 2];
        for (int k = 0; k < magnitudes.length; k++) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < WINDOW; i++) {
                double windowed = samples[from + i] * (0.5 - 0.5 * Math.cos(2 * Math.PI * i / WINDOW));
                re += windowed * Math.cos(2 * Math.PI * k * i / WINDOW);
                im -= windowed * Math.sin(2 * Math.PI * k * i / WINDOW);
            }
            magnitudes[k] = Math.hypot(re, im);
        }
        return magnitudes;
    }
}
