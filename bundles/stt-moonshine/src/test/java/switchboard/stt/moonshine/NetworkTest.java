package switchboard.stt.moonshine;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import switchboard.testkit.SampleSpeech;
import switchboard.testkit.TestModels;

@Tag("models")
class NetworkTest {

    private static final int[] NOTHING = {};

    /** The speech is cut anywhere, where the network guesses: there it would show first. */
    @Test
    void the_graphs_from_the_cache_hear_what_the_published_ones_do() throws Exception {
        float[] speech = SampleSpeech.clip("turn_long").samples();
        try (Network cached = Network.open(new TestModels()); Network published = new Network(session("encoder_model.ort"), session("decoder_model_merged.ort"))) {
            for (int length = 8_000; length < speech.length; length += speech.length / 9) {
                float[] beginning = Arrays.copyOf(speech, length);
                int[] expected = published.tokens(beginning, NOTHING);
                assertThat(cached.tokens(beginning, NOTHING)).as("%d samples", length).isEqualTo(expected);
                assertThat(cached.tokens(beginning, expected)).as("%d samples, expected", length).isEqualTo(published.tokens(beginning, expected));
            }
        }
    }

    private static OrtSession session(String file) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            return OrtEnvironment.getEnvironment().createSession(TestModels.path("moonshine-tiny-en", file).toString(), options);
        }
    }
}
