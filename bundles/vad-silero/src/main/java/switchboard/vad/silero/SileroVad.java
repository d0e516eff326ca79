package switchboard.vad.silero;

import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import switchboard.api.audio.AudioClip;
import switchboard.api.audio.Wav;
import switchboard.api.vad.VoiceActivityDetector;
import switchboard.onnxruntime.Graph;

/**
 * Silero VAD at 16 kHz. Thread-safe: all streams share one graph, each has its own state.
 *
 * <p>After {@link #close} it opens no streams, and those that are open refuse further windows.
 *
 * @see <a href="https://github.com/snakers4/silero-vad">Silero VAD</a>
 */
final class SileroVad implements VoiceActivityDetector, AutoCloseable {

    static final int SAMPLE_RATE_HZ = 16_000;
    static final int WINDOW_SAMPLES = 512;

    private static final float THRESHOLD = 0.5f;
    private static final int SILENT_WINDOWS = 16;
    private static final float SILENCE_BELOW = 0.1f;

    private final Graph graph;

    private SileroVad(Graph graph) {
        this.graph = graph;
    }

    /**
     * Proves the model on silence and on a second of speech.
     *
     * @param graph is given away, and closed if it fails
     * @throws IllegalStateException if it mistakes one for the other
     */
    static SileroVad open(Graph graph) throws IOException {
        SileroVad vad = new SileroVad(graph);
        try {
            vad.warmUp();
            return vad;
        } catch (RuntimeException | IOException e) {
            vad.close();
            throw e;
        }
    }

    @Override
    public int sampleRateHz() {
        return SAMPLE_RATE_HZ;
    }

    @Override
    public int windowSamples() {
        return WINDOW_SAMPLES;
    }

    @Override
    public float threshold() {
        return THRESHOLD;
    }

    @Override
    public Stream open() {
        graph.requireOpen();
        return new SileroStream(new Recurrence(graph));
    }

    /** Waits for windows being judged, then frees the native memory. Closing twice has no effect. */
    @Override
    public void close() {
        graph.close();
    }

    private void warmUp() throws IOException {
        float silence = meanProbability(new float[SILENT_WINDOWS * WINDOW_SAMPLES]);
        float speech = meanProbability(sample().samples());
        // Written so that NaN fails too.
        if (!(silence < SILENCE_BELOW && speech > THRESHOLD)) {
            throw new IllegalStateException(("Silero VAD failed its warm-up: expected below %.1f for silence and above %.1f for speech,"
                    + " got %.3f and %.3f").formatted(SILENCE_BELOW, THRESHOLD, silence, speech));
        }
    }

    private float meanProbability(float[] samples) {
        int windows = samples.length / WINDOW_SAMPLES;
        float sum = 0;
        try (Stream stream = open()) {
            for (int window = 0; window < windows; window++) {
                int start = window * WINDOW_SAMPLES;
                sum += stream.accept(Arrays.copyOfRange(samples, start, start + WINDOW_SAMPLES));
            }
        }
        return sum / windows;
    }

    private static AudioClip sample() throws IOException {
        try (InputStream in = Objects.requireNonNull(SileroVad.class.getResourceAsStream("warm-up.wav"), "warm-up.wav")) {
            return Wav.read(in).require(SAMPLE_RATE_HZ);
        }
    }
}
