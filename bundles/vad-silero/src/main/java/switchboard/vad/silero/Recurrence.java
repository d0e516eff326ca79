package switchboard.vad.silero;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import switchboard.onnxruntime.Graph;

/**
 * The recurrent network on one track: what it remembers is the end of the last window and its inner state.
 *
 * <p>Its tensors share memory with buffers that are refilled for each window, so that nothing is allocated on the audio
 * path but the result. Confined to one thread at a time.
 */
final class Recurrence implements AutoCloseable {

    /** The network sees the last samples of the window before; without them it still answers, only worse. */
    private static final int CONTEXT = 64;
    private static final int STATE = 2 * 128;

    private final Graph graph;
    private final FloatBuffer input = direct(CONTEXT + SileroVad.WINDOW_SAMPLES);
    private final FloatBuffer state = direct(STATE);
    private final Map<String, OnnxTensor> feed;

    Recurrence(Graph graph) {
        this.graph = graph;
        this.feed = tensors();
    }

    /** Takes the next window; samples that are not finite count as silence, for they would spoil the state for good. */
    float step(float[] window) {
        for (int i = 0; i < CONTEXT; i++) {
            input.put(i, input.get(SileroVad.WINDOW_SAMPLES + i));
        }
        for (int i = 0; i < window.length; i++) {
            input.put(CONTEXT + i, Float.isFinite(window[i]) ? window[i] : 0);
        }
        return graph.run(feed, result -> {
            state.put(0, ((OnnxTensor) result.get(1)).getFloatBuffer(), 0, STATE);
            return ((OnnxTensor) result.get(0)).getFloatBuffer().get(0);
        });
    }

    /** As if nothing had been heard yet. */
    void forget() {
        input.put(0, new float[input.capacity()]);
        state.put(0, new float[STATE]);
    }

    @Override
    public void close() {
        feed.values().forEach(OnnxTensor::close);
    }

    private Map<String, OnnxTensor> tensors() {
        try {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            return Map.of(
                    "input", OnnxTensor.createTensor(environment, input, new long[] {1, input.capacity()}),
                    "state", OnnxTensor.createTensor(environment, state, new long[] {2, 1, STATE / 2}),
                    "sr", OnnxTensor.createTensor(environment, (long) SileroVad.SAMPLE_RATE_HZ));
        } catch (OrtException e) {
            throw new IllegalStateException("Silero VAD could not open a stream", e);
        }
    }

    private static FloatBuffer direct(int floats) {
        return ByteBuffer.allocateDirect(floats * Float.BYTES).order(ByteOrder.nativeOrder()).asFloatBuffer();
    }
}
