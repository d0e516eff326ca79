package switchboard.tts.kokoro;

import ai.onnxruntime.OrtException;

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

    /** Root mean square. */
    static double level(float[] samples) {
        double squares = 0;
        for (float sample : samples) {
            squares += (double) sample * sample;
        }
        return Math.sqrt(squares / samples.length);
    }
}
