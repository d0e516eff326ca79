package switchboard.tts.kokoro;

/**
 * How an utterance is going to be said. A frame is 25 ms; the curves of pitch and noise have two steps per frame.
 *
 * @param features  what is said, 512 numbers per frame
 * @param pitch     hertz; 0 where there is no voice
 * @param noise     loudness of what is not voiced
 * @param durations frames per token, the marks of beginning and end included
 */
record Prosody(Curve features, Curve pitch, Curve noise, long[] durations) {

    static final int FRAME_SAMPLES = Kokoro.SAMPLE_RATE_HZ / 40;
    static final int STEPS_PER_FRAME = 2;

    int frames() {
        return features.steps();
    }

    /** The features and curves from one frame to before another, with the durations of the whole. */
    Prosody slice(int from, int to) {
        return new Prosody(features.slice(from, to), pitch.slice(STEPS_PER_FRAME * from, STEPS_PER_FRAME * to),
                noise.slice(STEPS_PER_FRAME * from, STEPS_PER_FRAME * to), durations);
    }
}
