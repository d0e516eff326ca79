package switchboard.stt.moonshine;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * The decoding of one piece of speech, token by token: always the likeliest one next.
 *
 * <p>The attention's keys and values are kept from step to step: those of the speech stay what the first step made of
 * them, those of the text grow with it. Confined to one thread, used once.
 */
final class Decoding implements AutoCloseable {

    private static final int START = 1;
    private static final int END = 2;
    private static final int LAYERS = 6;
    private static final int HEADS = 8;
    private static final int HEAD_WIDTH = 36;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession decoder;
    private final Map<String, OnnxTensor> inputs = new HashMap<>();
    private final OnnxTensor noPast;
    /** What the inputs point into: the first result, which holds the speech, and the latest, which holds the text. */
    private final Deque<OrtSession.Result> results = new ArrayDeque<>();

    Decoding(OrtSession decoder, OnnxTensor encodedSpeech, OnnxTensor mask) throws OrtException {
        this.decoder = decoder;
        this.noPast = OnnxTensor.createTensor(environment, FloatBuffer.allocate(HEADS * HEAD_WIDTH), new long[] {1, HEADS, 1, HEAD_WIDTH});
        inputs.put("encoder_hidden_states", encodedSpeech);
        inputs.put("encoder_attention_mask", mask);
        for (String name : decoder.getInputNames()) {
            if (name.startsWith("past_key_values.")) {
                inputs.put(name, noPast);
            }
        }
    }

    /**
     * The tokens up to the end of the text, at most as many as given.
     *
     * @throws CancellationException if the thread is interrupted
     */
    int[] greedy(int most) throws OrtException {
        int[] tokens = new int[most];
        int token = START;
        for (int count = 0; count < most; count++) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException("interrupted");
            }
            token = next(token, count > 0);
            if (token == END) {
                return Arrays.copyOf(tokens, count);
            }
            tokens[count] = token;
        }
        return tokens;
    }

    @Override
    public void close() {
        results.forEach(OrtSession.Result::close);
        noPast.close();
    }

    private int next(int token, boolean cached) throws OrtException {
        try (OnnxTensor id = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[] {token}), new long[] {1, 1});
                OnnxTensor branch = OnnxTensor.createTensor(environment, new boolean[] {cached})) {
            inputs.put("input_ids", id);
            inputs.put("use_cache_branch", branch);
            OrtSession.Result result = decoder.run(inputs);
            remember(result, cached);
            return likeliest(((OnnxTensor) result.get(0)).getFloatBuffer());
        }
    }

    private void remember(OrtSession.Result result, boolean cached) {
        keep(result, "decoder");
        if (!cached) {
            keep(result, "encoder");
        }
        if (results.size() == 2) {
            results.removeLast().close();
        }
        results.addLast(result);
    }

    private void keep(OrtSession.Result result, String part) {
        for (int layer = 0; layer < LAYERS; layer++) {
            for (String kind : new String[] {"key", "value"}) {
                String name = "%d.%s.%s".formatted(layer, part, kind);
                inputs.put("past_key_values." + name, (OnnxTensor) result.get("present." + name).orElseThrow());
            }
        }
    }

    private static int likeliest(FloatBuffer logits) {
        int best = 0;
        for (int i = 1; i < logits.limit(); i++) {
            if (logits.get(i) > logits.get(best)) {
                best = i;
            }
        }
        return best;
    }
}
