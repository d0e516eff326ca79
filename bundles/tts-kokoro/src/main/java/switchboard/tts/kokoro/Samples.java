package switchboard.tts.kokoro;

import ai.onnxruntime.OrtException;
import java.util.Arrays;

/** Samples as they come out of the generator; full scale is 1. */
final class Samples {

    private Samples() {
    }

    /**
     * Limits them to full scale, in place.
     *
     * @throws OrtException if one is no number
     */
    static float[] clipped(float[] samples) throws OrtException {
        for (int i = 0; i < samples.length; i++) {
            if (!Float.isFinite(samples[i])) {
                throw new OrtException("sample %d is %f".formatted(i, samples[i]));
            }
            samples[i] = Math.max(-1, Math.min(1, samples[i]));
        }
        return samples;
    }

    static float[] joined(float[] first, float[] second) {
        float[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
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
