package switchboard.turn.smart;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Objects;
import switchboard.api.audio.AudioClip;
import switchboard.api.audio.Wav;
import switchboard.api.turn.Pause;
import switchboard.api.turn.TurnDetector;
import switchboard.onnxruntime.Graph;

/**
 * Smart Turn v3.2: judges by sound alone, not by the words. Thread-safe.
 *
 * <p>It takes silence for a finished turn, so it must only be asked about audio that holds speech.
 *
 * @see <a href="https://github.com/pipecat-ai/smart-turn">Smart Turn</a>
 */
final class SmartTurn implements TurnDetector, AutoCloseable {

    private static final float THRESHOLD = 0.5f;

    private final Graph graph;
    private final LogMel logMel = new LogMel();

    private SmartTurn(Graph graph) {
        this.graph = graph;
    }

    /**
     * Proves the model on a finished question.
     *
     * @param graph is given away, and closed if it fails
     * @throws IllegalStateException if it takes the question for unfinished
     */
    static SmartTurn open(Graph graph) throws IOException {
        SmartTurn detector = new SmartTurn(graph);
        try {
            detector.warmUp();
            return detector;
        } catch (RuntimeException | IOException e) {
            detector.close();
            throw e;
        }
    }

    @Override
    public int sampleRateHz() {
        return LogMel.SAMPLE_RATE_HZ;
    }

    @Override
    public float threshold() {
        return THRESHOLD;
    }

    @Override
    public float endOfTurn(Pause pause) {
        return endOfTurn(pause.turn());
    }

    /** Waits for pauses being judged, then frees the native memory. Closing twice has no effect. */
    @Override
    public void close() {
        graph.close();
    }

    private float endOfTurn(AudioClip turn) {
        float[] samples = turn.require(LogMel.SAMPLE_RATE_HZ).samples();
        if (samples.length == 0) {
            throw new IllegalArgumentException("expected audio, got an empty clip");
        }
        float[] features = logMel.of(samples);
        // Normalisation spreads one broken sample to all features, and the quantised graph would answer nevertheless.
        if (!Float.isFinite(features[0])) {
            throw new IllegalStateException("Smart Turn failed on this pause: its audio holds samples that are not finite");
        }
        return infer(features);
    }

    /** The graph ends in a sigmoid: what it calls logits is a probability already. */
    private float infer(float[] features) {
        long[] shape = {1, LogMel.BANDS, LogMel.FRAMES};
        try (OnnxTensor input = OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), FloatBuffer.wrap(features), shape)) {
            return graph.run(Map.of("input_features", input), result -> ((OnnxTensor) result.get(0)).getFloatBuffer().get(0));
        } catch (OrtException e) {
            throw new IllegalStateException("Smart Turn failed on this pause", e);
        }
    }

    private void warmUp() throws IOException {
        float probability = endOfTurn(finishedQuestion());
        if (probability <= THRESHOLD) {
            throw new IllegalStateException("Smart Turn failed its warm-up: expected above %.1f for a finished question, got %.3f"
                    .formatted(THRESHOLD, probability));
        }
    }

    private static AudioClip finishedQuestion() throws IOException {
        try (InputStream in = Objects.requireNonNull(SmartTurn.class.getResourceAsStream("warm-up.wav"), "warm-up.wav")) {
            return Wav.read(in);
        }
    }
}
