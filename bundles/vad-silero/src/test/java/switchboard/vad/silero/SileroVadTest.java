package switchboard.vad.silero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import switchboard.api.audio.AudioClip;
import switchboard.api.vad.VoiceActivityDetector;
import switchboard.onnxruntime.Graph;
import switchboard.testkit.SampleSpeech;
import switchboard.testkit.TestModels;

@Tag("models")
class SileroVadTest {

    private static final Path WEIGHTS = TestModels.path("silero-vad", "silero_vad_16k_op15.onnx");
    private static final float[] SPEECH = SampleSpeech.clip("speech").samples();
    private static final int WINDOWS = SPEECH.length / 512;

    private SileroVad vad;

    @BeforeEach
    void open() throws Exception {
        vad = SileroVad.open(SileroModel.graph(new TestModels()));
    }

    @AfterEach
    void close() {
        vad.close();
    }

    @Test
    void the_network_computes_the_reference_probabilities() throws Exception {
        double[] expected = reference();
        try (Graph graph = Graph.open("Silero VAD", WEIGHTS); Recurrence network = new Recurrence(graph)) {
            for (int i = 0; i < WINDOWS; i++) {
                assertThat((double) network.step(window(i))).as("window %d", i).isCloseTo(expected[i], within(1e-5));
            }
        }
    }

    @Test
    void the_graph_from_the_cache_computes_to_the_bit_what_the_published_one_does() throws Exception {
        try (Graph published = Graph.open("Silero VAD", WEIGHTS); Recurrence expected = new Recurrence(published);
                Graph optimised = SileroModel.graph(new TestModels()); Recurrence actual = new Recurrence(optimised)) {
            for (int i = 0; i < WINDOWS; i++) {
                assertThat(actual.step(window(i))).as("window %d", i).isEqualTo(expected.step(window(i)));
            }
        }
    }

    @Test
    void starting_afresh_in_pauses_changes_the_decision_on_one_window_at_most() throws Exception {
        double[] expected = reference();
        List<Float> probabilities = probabilities();
        assertThat(IntStream.range(0, WINDOWS).filter(i -> probabilities.get(i) >= 0.5f != expected[i] >= 0.5))
                .hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void after_a_minute_of_noise_a_stream_hears_more_than_the_network_alone() throws Exception {
        float[] call = afterNoise(Duration.ofMinutes(1), 0.05f);
        long alone;
        try (Graph graph = Graph.open("Silero VAD", WEIGHTS); Recurrence network = new Recurrence(graph)) {
            alone = windowsOfSpeech(call, network::step);
        }
        try (VoiceActivityDetector.Stream stream = vad.open()) {
            assertThat(windowsOfSpeech(call, stream::accept)).isGreaterThan(alone);
        }
    }

    @Test
    void a_window_of_another_length_is_refused() {
        try (VoiceActivityDetector.Stream stream = vad.open()) {
            assertThatIllegalArgumentException().isThrownBy(() -> stream.accept(new float[160]))
                    .withMessage("expected 512 samples, got 160");
        }
    }

    @Test
    void a_broken_sample_does_not_spoil_what_follows() {
        float[] broken = new float[512];
        broken[7] = Float.NaN;
        broken[8] = Float.POSITIVE_INFINITY;
        try (VoiceActivityDetector.Stream stream = vad.open()) {
            assertThat(stream.accept(broken)).isBetween(0f, 1f);
            assertThat(stream.accept(window(28))).isBetween(0f, 1f);
            assertThat(stream.accept(window(29))).isBetween(0f, 1f);
            assertThat(stream.accept(window(30))).isGreaterThan(0.5f);
        }
    }

    @Test
    void a_retired_model_refuses_and_its_streams_can_still_be_closed() {
        VoiceActivityDetector.Stream stream = vad.open();
        vad.close();
        assertThatIllegalStateException().isThrownBy(() -> vad.open()).withMessage("Silero VAD has been retired");
        assertThatIllegalStateException().isThrownBy(() -> stream.accept(new float[512]));
        stream.close();
    }

    private List<Float> probabilities() {
        try (VoiceActivityDetector.Stream stream = vad.open()) {
            return IntStream.range(0, WINDOWS).mapToObj(i -> stream.accept(window(i))).toList();
        }
    }

    private static long windowsOfSpeech(float[] samples, ToDoubleFunction<float[]> detector) {
        return IntStream.range(0, samples.length / 512)
                .filter(i -> detector.applyAsDouble(window(samples, i)) >= 0.5)
                .count();
    }

    private static float[] window(int index) {
        return window(SPEECH, index);
    }

    private static float[] window(float[] samples, int index) {
        return Arrays.copyOfRange(samples, index * 512, (index + 1) * 512);
    }

    private static float[] afterNoise(Duration length, float rms) {
        int noise = AudioClip.samplesIn(length, SileroVad.SAMPLE_RATE_HZ);
        Random random = new Random(1);
        float[] samples = new float[noise + SPEECH.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) random.nextGaussian() * rms + (i < noise ? 0 : SPEECH[i - noise]);
        }
        return samples;
    }

    private static double[] reference() throws IOException {
        try (var in = new InputStreamReader(SampleSpeech.resource("silero.json"), StandardCharsets.UTF_8)) {
            return new Gson().fromJson(in, Reference.class).probs.get("silero_vad_16k_op15");
        }
    }

    private record Reference(Map<String, double[]> probs) {}
}
