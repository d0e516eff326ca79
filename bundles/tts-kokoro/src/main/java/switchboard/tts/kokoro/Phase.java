package switchboard.tts.kokoro;

/**
 * The phase of the voice and its overtones: the running sum of the pitch. It is computed once for an utterance, so that
 * it goes on without a jump from one window to the next.
 */
final class Phase {

    private static final int HARMONICS = 9;
    private static final float SAMPLES_PER_STEP = (float) Prosody.FRAME_SAMPLES / Prosody.STEPS_PER_FRAME;

    private Phase() {
    }

    /**
     * In floats and in this order, because that is how the graph does it: the sum grows so large that another order would
     * give another phase.
     *
     * @param pitch hertz
     * @return radians, for each of nine harmonics
     */
    static Curve of(Curve pitch) {
        Curve phase = Curve.empty(HARMONICS, pitch.steps());
        for (int harmonic = 0; harmonic < HARMONICS; harmonic++) {
            float cycles = 0;
            for (int step = 0; step < pitch.steps(); step++) {
                float perSample = pitch.values()[step] * (harmonic + 1) / Kokoro.SAMPLE_RATE_HZ;
                cycles += perSample - (float) Math.floor(perSample);
                phase.values()[harmonic * pitch.steps() + step] = cycles * 2 * (float) Math.PI * SAMPLES_PER_STEP;
            }
        }
        return phase;
    }
}
