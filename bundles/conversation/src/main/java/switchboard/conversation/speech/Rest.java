package switchboard.conversation.speech;

import java.util.Arrays;

/** What is left of a phrase of which the beginning has been heard already. For one phrase; confined to the thread that synthesises it. */
final class Rest {

    private int heard;

    /** @param heard samples at its beginning */
    Rest(int heard) {
        this.heard = heard;
    }

    /** The next samples without those that have been heard; maybe none. */
    float[] of(float[] samples) {
        int skipped = Math.min(heard, samples.length);
        heard -= skipped;
        return skipped == 0 ? samples : Arrays.copyOfRange(samples, skipped, samples.length);
    }
}
