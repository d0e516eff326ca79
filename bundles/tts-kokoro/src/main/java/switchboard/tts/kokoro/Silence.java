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
        int first = 0;
        while (first < samples.length && !audible(samples[first])) {
            first++;
        }
        int last = samples.length - 1;
        while (last > first && !audible(samples[last])) {
            last--;
        }
        int from = Math.max(0, first - KEPT_SAMPLES);
        int to = Math.min(samples.length, last + 1 + KEPT_SAMPLES);
        boolean silent = first == samples.length;
        return silent || to - from == samples.length ? samples : Arrays.copyOfRange(samples, from, to);
    }

    private static boolean audible(float sample) {
        return Math.abs(sample) > AUDIBLE;
    }
}
