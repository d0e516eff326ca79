package switchboard.tts.kokoro;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import switchboard.onnxruntime.Execution;
import switchboard.onnxruntime.Graph;
import switchboard.testkit.TestModels;
import switchboard.tts.kokoro.rewrite.Calibration;
import switchboard.tts.kokoro.rewrite.GraphRewrite;
import switchboard.tts.kokoro.rewrite.MeasuringGraph;
import switchboard.tts.kokoro.rewrite.Part;

/**
 * Measures the {@link Statistics} of voices over some thirty phrases, half a minute each, and writes them where they are
 * shipped from. To be run again when the rewrite or its calibration changes.
 *
 * <p>{@code mvn -q -o test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath}, then
 * {@code java -cp target/test-classes:target/classes:$(cat target/classpath) switchboard.tts.kokoro.Calibrate FOLDER VOICE ...}
 *
 * <p>The phrases are random sequences of words with random punctuation, some whole sentences among them, from one word to
 * six seconds: short ones and long ones are needed to tell what depends on length.
 */
final class Calibrate {

    /** Louder than the noise of the model's own silence. */
    private static final float HEARD = 0.003f;
    /** What sounds still earlier is a click or a breath, not worth making everybody wait for. */
    private static final double LONGEST_LEAD_FRAMES = 6;
    /** Some thirty phrases are no proof that no other one lasts longer. */
    private static final double SHORTEST_TAIL_FRAMES = -3;

    private final Graphs graphs;
    private final Graph generator;
    private final Voices voices;

    private Calibrate(Graphs graphs, Graph generator, Voices voices) {
        this.graphs = graphs;
        this.generator = generator;
        this.voices = voices;
    }

    /** @param arguments folder to write to, then voices */
    public static void main(String[] arguments) throws Exception {
        TestModels models = new TestModels();
        Path folder = Files.createTempDirectory("calibrate");
        Path rewritten = folder.resolve("generator.onnx");
        Path measuring = folder.resolve("measuring.onnx");
        GraphRewrite.rewrite(models.file("kokoro-82m", "kokoro-v1.0.int8.onnx"), Part.GENERATOR, rewritten, Calibration.shipped());
        MeasuringGraph.write(rewritten, measuring);
        try (Graphs graphs = FastGraphs.open(models);
                OrtSession.SessionOptions options = Execution.threads(Graphs.THREADS).options();
                Graph generator = Graph.open("measuring Kokoro", measuring, options)) {
            Calibrate calibrate = new Calibrate(graphs, generator, Voices.from(models));
            for (String voice : Arrays.asList(arguments).subList(1, arguments.length)) {
                Files.write(Path.of(arguments[0], voice + ".f16"), calibrate.statistics(voice));
            }
        } finally {
            Files.delete(rewritten);
            Files.delete(measuring);
            Files.delete(folder);
        }
    }

    private byte[] statistics(String voice) throws Exception {
        LineFit mean = new LineFit(Normalisation.CHANNELS);
        LineFit logVariance = new LineFit(Normalisation.CHANNELS);
        double lead = 0;
        double tail = SHORTEST_TAIL_FRAMES;
        long start = System.nanoTime();
        double seconds = 0;
        for (String phrase : phrases()) {
            int[] tokens = Vocabulary.tokens(phrase);
            float[] style = voices.style(voice, tokens.length);
            Prosody prosody = graphs.front(tokens, style, 1);
            Measurement measured = measure(prosody, style);
            int frames = prosody.frames();
            mean.add(60.0 / frames, measured.mean(), frames);
            logVariance.add(60.0 / frames, measured.logVariance(), frames);
            Span sounds = Span.audible(tokens, prosody, 0, 0);
            lead = Math.min(LONGEST_LEAD_FRAMES, Math.max(lead, sounds.from() - firstHeard(measured.audio()) / 600.0));
            tail = Math.max(tail, lastHeard(measured.audio()) / 600.0 - sounds.to());
            seconds += frames / 40.0;
        }
        System.out.printf("%s: %.0f s of speech in %.0f s; begins %.1f frames before the end of the opening mark, ends %.1f behind%n",
                voice, seconds, (System.nanoTime() - start) / 1e9, lead, tail);
        ByteBuffer file = ByteBuffer.allocate((4 * Normalisation.CHANNELS + 2) * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float[] row : List.of(mean.constants(), mean.slopes(), logVariance.constants(), logVariance.slopes())) {
            for (float value : row) {
                file.putShort(HalfFloats.of(value));
            }
        }
        file.putShort(HalfFloats.of((float) Math.ceil(lead))).putShort(HalfFloats.of((float) Math.ceil(tail)));
        return file.array();
    }

    private record Measurement(float[] mean, float[] logVariance, float[] audio) {}

    private Measurement measure(Prosody prosody, float[] style) throws Exception {
        Curve x = graphs.trunk(prosody, style);
        Curve phase = Phase.of(prosody.pitch());
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        try (OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(x.values()), x.shape());
                OnnxTensor f0 = OnnxTensor.createTensor(environment, FloatBuffer.wrap(prosody.pitch().values()), prosody.pitch().shape());
                OnnxTensor phases = OnnxTensor.createTensor(environment, FloatBuffer.wrap(phase.values()), phase.shape());
                OnnxTensor voice = OnnxTensor.createTensor(environment, FloatBuffer.wrap(style), new long[] {1, style.length})) {
            return generator.run(Map.of("x", input, "f0", f0, "phase", phases, "style", voice), Calibrate::measurement);
        }
    }

    private static Measurement measurement(OrtSession.Result result) {
        FloatBuffer means = FloatBuffer.allocate(Normalisation.CHANNELS);
        FloatBuffer variances = FloatBuffer.allocate(Normalisation.CHANNELS);
        for (int k = 0; means.hasRemaining(); k++) {
            float[] mean = values(result, "mean" + k);
            float[] square = values(result, "square" + k);
            means.put(mean);
            for (int c = 0; c < mean.length; c++) {
                variances.put((float) Math.log(Math.max(square[c] - mean[c] * mean[c], 1e-8)));
            }
        }
        return new Measurement(means.array(), variances.array(), values(result, "audio"));
    }

    private static float[] values(OrtSession.Result result, String name) {
        FloatBuffer buffer = ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
        float[] values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    private static List<String> phrases() throws Exception {
        try (InputStream in = Objects.requireNonNull(Calibrate.class.getResourceAsStream("calibration-phrases.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static int firstHeard(float[] audio) {
        int i = 0;
        while (i < audio.length - 1 && Math.abs(audio[i]) <= HEARD) {
            i++;
        }
        return i;
    }

    private static int lastHeard(float[] audio) {
        int i = audio.length - 1;
        while (i > 0 && Math.abs(audio[i]) <= HEARD) {
            i--;
        }
        return i;
    }
}
