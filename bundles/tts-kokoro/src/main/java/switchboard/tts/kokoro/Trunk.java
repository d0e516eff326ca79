package switchboard.tts.kokoro;

import ai.onnxruntime.OrtException;

/**
 * What the generator reads, of one utterance, computed as far as it is needed. The trunk measures its statistics itself,
 * because they depend on what is said; over blocks of 4 s they are as good as over the whole. Confined to one thread.
 */
final class Trunk {

    private static final int BLOCK = 160;
    private static final int CONTEXT = 10;

    private final Graphs graphs;
    private final Prosody prosody;
    private final float[] style;
    private Curve computed = Curve.empty(1, 0);
    private int frames;

    Trunk(Graphs graphs, Prosody prosody, float[] style) {
        this.graphs = graphs;
        this.prosody = prosody;
        this.style = style;
    }

    /** From one frame to before another. */
    Curve slice(int from, int to) throws OrtException {
        while (frames < to) {
            computeBlock();
        }
        return computed.slice(Prosody.STEPS_PER_FRAME * from, Prosody.STEPS_PER_FRAME * to);
    }

    /** A rest of up to half a block is taken along. */
    private void computeBlock() throws OrtException {
        int total = prosody.frames();
        int end = total - (frames + BLOCK) > BLOCK / 2 ? frames + BLOCK : total;
        int left = Math.max(0, frames - CONTEXT);
        int right = Math.min(total, end + CONTEXT);
        Curve block = graphs.trunk(prosody.slice(left, right), style);
        if (frames == 0 && end == total) {
            computed = block;
        } else {
            append(block, left, end);
        }
        frames = end;
    }

    private void append(Curve block, int left, int end) {
        if (frames == 0) {
            computed = Curve.empty(block.rows(), Prosody.STEPS_PER_FRAME * prosody.frames());
        }
        computed.fill(Prosody.STEPS_PER_FRAME * frames, block,
                Prosody.STEPS_PER_FRAME * (frames - left), Prosody.STEPS_PER_FRAME * (end - left));
    }
}
