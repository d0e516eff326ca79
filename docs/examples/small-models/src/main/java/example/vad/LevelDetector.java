package example.vad;

import switchboard.api.vad.VoiceActivityDetector;

/** Takes for speech what is well above the quietest it has heard of late. Immutable; each stream is one line. */
final class LevelDetector implements VoiceActivityDetector {

    private static final int SAMPLE_RATE_HZ = 16_000;
    private static final int WINDOW = SAMPLE_RATE_HZ / 50;
    private static final double QUIETEST = 1e-6; // -60 dBFS
    private static final double RISE = 1.01; // of the floor in a window: 2 dB in a second
    private static final double SPEECH_DB = 15;

    @Override
    public int sampleRateHz() {
        return SAMPLE_RATE_HZ;
    }

    @Override
    public int windowSamples() {
        return WINDOW;
    }

    @Override
    public float threshold() {
        return 0.5f;
    }

    @Override
    public Stream open() {
        return new Line();
    }

    private static final class Line implements Stream {

        private double floor = QUIETEST;
        private boolean closed;

        @Override
        public float accept(float[] window) {
            if (closed) {
                throw new IllegalStateException("this stream is closed");
            }
            if (window.length != WINDOW) {
                throw new IllegalArgumentException("expected %d samples, got %d".formatted(WINDOW, window.length));
            }
            double power = power(window);
            floor = Math.max(QUIETEST, Math.min(power, floor * RISE));
            double aboveDb = 10 * Math.log10(Math.max(power, QUIETEST) / floor);
            return (float) (1 / (1 + Math.exp((SPEECH_DB - aboveDb) / 3)));
        }

        @Override
        public void close() {
            closed = true;
        }

        /** A broken sample counts as none. */
        private static double power(float[] window) {
            double sum = 0;
            for (float sample : window) {
                sum += Float.isFinite(sample) ? Math.min(1, sample * (double) sample) : 0;
            }
            return sum / window.length;
        }
    }
}
