package switchboard.testkit.fake;

import switchboard.api.vad.VoiceActivityDetector;

/**
 * Takes a window for speech if a sample of it is louder than a limit.
 *
 * @param limit in [-1, 1]; if it is not a number its answers are not either
 */
public record LoudIsSpeech(float limit) implements VoiceActivityDetector {

    @Override
    public int sampleRateHz() {
        return 16_000;
    }

    @Override
    public int windowSamples() {
        return 512;
    }

    @Override
    public float threshold() {
        return 0.5f;
    }

    @Override
    public Stream open() {
        return new Stream() {
            @Override
            public float accept(float[] window) {
                return Float.isNaN(limit) ? limit : peak(window) > limit ? 0.95f : 0.05f;
            }

            @Override
            public void close() { }
        };
    }

    private static float peak(float[] window) {
        float peak = 0;
        for (float sample : window) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }
}
