package switchboard.stt.moonshine;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * The decoding of one piece of speech, token by token: always the likeliest one next. Tokens that are expected are looked at all
 * at once, and only where they turn out to be others does it go on one by one: the result is that of decoding without them, but
 * where two tokens are as likely as each other and rounding decides.
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
    private static final int VOCABULARY = 32_768;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession decoder;
    private final Map<String, OnnxTensor> inputs = new HashMap<>();
    private final OnnxTensor noPast;
    /** What the inputs point into: the first result, which holds the speech, and the latest, which holds the text. */
    private final Deque<OrtSession.Result> results = new ArrayDeque<>();
    /** What the inputs point into once tokens that were expected have not come. */
    private final List<OnnxTensor> shortened = new ArrayList<>();

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
     * @param expected tokens that it may begin with; of any number
     * @throws CancellationException if the thread is interrupted
     */
    int[] greedy(int most, int[] expected) throws OrtException {
        int[] tokens = new int[most];
        int count = begin(tokens, Arrays.copyOf(expected, Math.min(expected.length, most - 1)));
        while (count < most && tokens[count - 1] != END) {
            requireWanted();
            tokens[count] = next(tokens[count - 1]);
            count++;
        }
        return Arrays.copyOf(tokens, tokens[count - 1] == END ? count - 1 : count);
    }

    @Override
    public void close() {
        results.forEach(OrtSession.Result::close);
        shortened.forEach(OnnxTensor::close);
        noPast.close();
    }

    /** Finds out how far what is expected comes true; returns how many tokens are known: those, and the one after them. */
    private int begin(int[] tokens, int[] expected) throws OrtException {
        requireWanted();
        long[] said = new long[1 + expected.length];
        said[0] = START;
        for (int i = 0; i < expected.length; i++) {
            said[1 + i] = expected[i];
        }
        FloatBuffer logits = step(said, false);
        int count = 0;
        do {
            tokens[count] = likeliest(logits, count);
            count++;
        } while (count < said.length && tokens[count - 1] == expected[count - 1]);
        if (count < said.length) {
            forgetAllBut(count);
        }
        return count;
    }

    private int next(int token) throws OrtException {
        return likeliest(step(new long[] {token}, true), 0);
    }

    private FloatBuffer step(long[] tokens, boolean cached) throws OrtException {
        try (OnnxTensor ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(tokens), new long[] {1, tokens.length});
                OnnxTensor branch = OnnxTensor.createTensor(environment, new boolean[] {cached})) {
            inputs.put("input_ids", ids);
            inputs.put("use_cache_branch", branch);
            OrtSession.Result result = decoder.run(inputs);
            remember(result, cached);
            return ((OnnxTensor) result.get(0)).getFloatBuffer();
        }
    }

    private static void requireWanted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted");
        }
    }

    /** Of the text, only the first positions are what was said. */
    private void forgetAllBut(int positions) throws OrtException {
        for (Map.Entry<String, OnnxTensor> input : inputs.entrySet()) {
            if (input.getKey().startsWith("past_key_values.") && input.getKey().contains(".decoder.")) {
                OnnxTensor kept = firstPositions(input.getValue(), positions);
                shortened.add(kept);
                input.setValue(kept);
            }
        }
    }

    private OnnxTensor firstPositions(OnnxTensor text, int positions) throws OrtException {
        FloatBuffer all = text.getFloatBuffer();
        int perHead = all.remaining() / HEADS;
        FloatBuffer kept = ByteBuffer.allocateDirect(HEADS * positions * HEAD_WIDTH * Float.BYTES).order(ByteOrder.nativeOrder()).asFloatBuffer();
        for (int head = 0; head < HEADS; head++) {
            kept.put(all.slice(head * perHead, positions * HEAD_WIDTH));
        }
        return OnnxTensor.createTensor(environment, kept.flip(), new long[] {1, HEADS, positions, HEAD_WIDTH});
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

    /** The likeliest token after that of a position. */
    private static int likeliest(FloatBuffer logits, int position) {
        int first = position * VOCABULARY;
        int best = first;
        for (int i = first + 1; i < first + VOCABULARY; i++) {
            if (logits.get(i) > logits.get(best)) {
                best = i;
            }
        }
        return best - first;
    }
}
