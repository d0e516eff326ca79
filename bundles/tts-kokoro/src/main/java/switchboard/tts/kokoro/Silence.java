package switchboard.tts.kokoro;

import java.util.Arrays;

/** The near-silence that Kokoro puts round everything it says: about 0.3 s in front, 0.5 s behind. */
final class Silence {

    /** About -40 dBFS. */
    private static final float AUDIBLE = 0.01f;
    /** 30 ms, so that soft sounds at the edges keep their beginning and end. */
    private static final int KEPT_SAMPLES = 30 * Kokoro.SAMPLE_RATE_HZ / 1000;

    private Silence() {
    }

    /** What is audible, with 30 ms on both sides; the same array if nothing is, or nothing is to be cut. */
    static float[] trimmed(float[] samples) {
        int first = firstAudible(samples);
        boolean silent = first == samples.length;
        return silent ? samples : cut(samples, Math.max(0, first - KEPT_SAMPLES), audibleEnd(samples));
    }

    /** All from 30 ms before the first that is audible; the same array if nothing is. */
    static float[] withoutBeginning(float[] samples) {
        int first = firstAudible(samples);
        return first == samples.length ? samples : cut(samples, Math.max(0, first - KEPT_SAMPLES), samples.length);
    }

    /** All up to 30 ms behind the last that is audible; the first 30 ms if nothing is. */
    static float[] withoutEnd(float[] samples) {
        return cut(samples, 0, audibleEnd(samples));
    }

    /** All up to the last that is audible; nothing if nothing is. */
    static float[] untilLastSound(float[] samples) {
        return cut(samples, 0, soundEnd(samples));
    }

    private static int firstAudible(float[] samples) {
        int first = 0;
        while (first < samples.length && !audible(samples[first])) {
            first++;
        }
        return first;
    }

    private static int audibleEnd(float[] samples) {
        return Math.min(samples.length, soundEnd(samples) + KEPT_SAMPLES);
    }

    private static int soundEnd(float[] samples) {
        int end = samples.length;
        while (end > 0 && !audible(samples[end - 1])) {
            end--;
        }
        return end;
    }

    private static float[] cut(float[] samples, int from, int to) {
        return to - from == samples.length ? samples : Arrays.copyOfRange(samples, from, to);
    }

    private static boolean audible(float sample) {
        return Math.abs(sample) > AUDIBLE;
    }
}
