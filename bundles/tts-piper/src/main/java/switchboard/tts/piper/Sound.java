package switchboard.tts.piper;

import java.util.Arrays;

/** Samples as they come out of the graph, made fit to be heard; full scale is 1. */
final class Sound {

    /** About -40 dBFS. */
    private static final float AUDIBLE = 0.01f;
    private static final int KEPT_MS = 30;

    private Sound() {
    }

    /**
     * Louder, within full scale, and without the silence round it except 30 ms, so that soft sounds at the edges keep their
     * beginning and end; nothing if nothing is audible.
     *
     * @param samples changed
     * @throws ArithmeticException if one is no number
     */
    static float[] finished(float[] samples, float gain, int sampleRateHz) {
        int first = samples.length;
        int last = -1;
        for (int i = 0; i < samples.length; i++) {
            if (!Float.isFinite(samples[i])) {
                throw new ArithmeticException("sample %d is %s".formatted(i, samples[i]));
            }
            samples[i] = Math.max(-1, Math.min(1, samples[i] * gain));
            if (Math.abs(samples[i]) > AUDIBLE) {
                first = Math.min(first, i);
                last = i;
            }
        }
        int kept = KEPT_MS * sampleRateHz / 1000;
        return last < 0 ? new float[0] : Arrays.copyOfRange(samples, Math.max(0, first - kept), Math.min(samples.length, last + 1 + kept));
    }

    /** Root mean square. */
    static double level(float[] samples) {
        double squares = 0;
        for (float sample : samples) {
            squares += (double) sample * sample;
        }
        return Math.sqrt(squares / samples.length);
    }
}
