package switchboard.tts.piper;

import ai.onnxruntime.OrtException;
import java.util.Arrays;

/**
 * An utterance that is heard while it is computed, window by window; the samples are those of the whole. Windows are computed
 * several times as fast as they are heard, so that each can be longer than the one before. Confined to one thread.
 */
final class Streaming {

    static final int FRAME_SAMPLES = 256;

    /** In frames of 12 ms: something to hear soon, then ever more at once, because each window costs its context. */
    private static final int[] LENGTHS = {24, 48, 96};
    /** No convolution of the decoder reaches further: 3 frames before the first stage, 1 for it, 5.6 in it, 1 in the others. */
    private static final int CONTEXT = 11;
    /** A shorter rest is taken along. */
    private static final int SHORTEST = 16;

    private final Graphs graphs;
    private final Latents latents;
    private int from;
    private int window;

    Streaming(Graphs graphs, Latents latents) {
        this.graphs = graphs;
        this.latents = latents;
    }

    boolean hasNext() {
        return from < latents.frames();
    }

    /** The samples that follow those before, mono, with the silence round the utterance. */
    float[] next() throws OrtException {
        int begin = from;
        int end = begin + LENGTHS[Math.min(window++, LENGTHS.length - 1)];
        from = latents.frames() - end < SHORTEST ? latents.frames() : end;
        int left = Math.max(0, begin - CONTEXT);
        float[] computed = graphs.decoder(latents.slice(left, Math.min(latents.frames(), from + CONTEXT)));
        return Arrays.copyOfRange(computed, (begin - left) * FRAME_SAMPLES, (from - left) * FRAME_SAMPLES);
    }
}
