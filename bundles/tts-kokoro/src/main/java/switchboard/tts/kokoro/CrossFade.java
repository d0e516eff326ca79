package switchboard.tts.kokoro;

import java.util.Arrays;

/**
 * Joins windows. They overlap, and are faded from one into the next over 5 ms; so the second half of that is held back
 * until the next one is there. Confined to one thread.
 */
final class CrossFade {

    private static final int FADE_SAMPLES = 120;
    private static final int HALF = FADE_SAMPLES / 2;

    private float[] heldBack = new float[0];

    /**
     * @param samples of the whole window, its context included
     * @param last    whether none follows
     * @return what can be heard now
     */
    float[] join(Window window, float[] samples, boolean last) {
        int start = (window.from() - window.left()) * Prosody.FRAME_SAMPLES;
        int end = (window.to() - window.left()) * Prosody.FRAME_SAMPLES;
        float[] heard = Arrays.copyOfRange(samples, start - heldBack.length / 2, last ? end : end - HALF);
        for (int i = 0; i < heldBack.length; i++) {
            float share = (i + 0.5f) / FADE_SAMPLES;
            heard[i] = heard[i] * share + heldBack[i] * (1 - share);
        }
        heldBack = last ? new float[0] : Arrays.copyOfRange(samples, end - HALF, end + HALF);
        return heard;
    }
}
