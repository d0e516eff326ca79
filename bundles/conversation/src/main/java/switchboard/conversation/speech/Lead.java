package switchboard.conversation.speech;

import java.util.Arrays;
import switchboard.api.call.MediaListener;
import switchboard.conversation.level.Level;

/**
 * Leaves out the silence with which voices begin: who waits for an answer waits for it too. For one clause; confined to the
 * thread that synthesises it.
 */
final class Lead {

    private static final int SAMPLES_PER_MS = MediaListener.PLAYED_HZ / 1000;
    /** 30 dB below speech. The softest consonants begin there. */
    private static final float AUDIBLE = 0.0025f;
    private static final double AUDIBLE_DBFS = 20 * Math.log10(AUDIBLE);
    private static final int BLOCK = 5 * SAMPLES_PER_MS / 2;
    /** What is kept of it, so that nothing begins too late. */
    private static final int KEPT = 15 * SAMPLES_PER_MS;
    private static final int FADE = 5 * SAMPLES_PER_MS;
    /** Who says nothing for longer wants to be silent. */
    private static final int LONGEST = 400 * SAMPLES_PER_MS;

    private float[] kept = {};
    private int leftOut;
    private boolean over;
    private boolean audible;

    /**
     * Takes the next samples, at {@link MediaListener#PLAYED_HZ}.
     *
     * @return what is to be heard of them; empty while that is nothing
     */
    float[] accept(float[] samples) {
        audible = audible || isAudible(samples);
        if (over) {
            return samples;
        }
        float[] known = Arrays.copyOf(kept, kept.length + samples.length);
        System.arraycopy(samples, 0, known, kept.length, samples.length);
        int begin = firstSound(known);
        over = begin < known.length || leftOut + known.length > LONGEST;
        int from = Math.max(0, begin - KEPT);
        leftOut += from;
        float[] rest = Arrays.copyOfRange(known, from, known.length);
        if (!over) {
            kept = rest;
            return new float[0];
        }
        if (leftOut > 0) {
            fadeIn(rest);
        }
        return rest;
    }

    /** Whether anything but silence has come. */
    boolean hasSounded() {
        return audible;
    }

    private static boolean isAudible(float[] samples) {
        for (float sample : samples) {
            if (Math.abs(sample) >= AUDIBLE) {
                return true;
            }
        }
        return false;
    }

    private static int firstSound(float[] samples) {
        for (int from = 0; from + BLOCK <= samples.length; from += BLOCK) {
            if (Level.dbfs(samples, from, from + BLOCK) >= AUDIBLE_DBFS) {
                return from;
            }
        }
        return samples.length;
    }

    private static void fadeIn(float[] samples) {
        for (int i = 0; i < Math.min(FADE, samples.length); i++) {
            samples[i] *= (float) i / FADE;
        }
    }
}
