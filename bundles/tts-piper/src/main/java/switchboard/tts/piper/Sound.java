package switchboard.tts.piper;

import java.util.Arrays;

/**
 * The samples of one utterance as they come out of the graph, made fit to be heard; full scale is 1. The silence round the
 * utterance is cut away except 30 ms, so that soft sounds at the edges keep their beginning and end. Confined to one thread.
 */
final class Sound {

    /** About -40 dBFS. */
    private static final float AUDIBLE = 0.01f;
    private static final int KEPT_MS = 30;

    private final float gain;
    private final int kept;
    /** Silence of which it is not known yet whether more follows. */
    private float[] silence = {};
    private boolean begun;

    Sound(float gain, int sampleRateHz) {
        this.gain = gain;
        this.kept = KEPT_MS * sampleRateHz / 1000;
    }

    /**
     * The next samples, louder and within full scale, as far as they have sound on both sides.
     *
     * @param samples changed
     * @return empty if there is nothing to hear yet
     * @throws ArithmeticException if one is no number
     */
    float[] next(float[] samples) {
        amplify(samples);
        float[] all = joined(silence, samples);
        int end = all.length;
        while (end > 0 && Math.abs(all[end - 1]) <= AUDIBLE) {
            end--;
        }
        int first = begun ? 0 : firstAudible(all);
        begun |= end > 0;
        silence = Arrays.copyOfRange(all, begun ? end : Math.max(0, all.length - kept), all.length);
        return end == 0 ? new float[0] : Arrays.copyOfRange(all, Math.max(0, first - kept), end);
    }

    /** What fades behind the last sound; nothing follows. */
    float[] end() {
        return begun ? Arrays.copyOf(silence, Math.min(kept, silence.length)) : new float[0];
    }

    /** Root mean square. */
    static double level(float[] samples) {
        double squares = 0;
        for (float sample : samples) {
            squares += (double) sample * sample;
        }
        return Math.sqrt(squares / samples.length);
    }

    static float[] joined(float[] a, float[] b) {
        float[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }

    private void amplify(float[] samples) {
        for (int i = 0; i < samples.length; i++) {
            if (!Float.isFinite(samples[i])) {
                throw new ArithmeticException("sample %d is %s".formatted(i, samples[i]));
            }
            samples[i] = Math.max(-1, Math.min(1, samples[i] * gain));
        }
    }

    private static int firstAudible(float[] samples) {
        int first = 0;
        while (first < samples.length && Math.abs(samples[first]) <= AUDIBLE) {
            first++;
        }
        return first;
    }
}
