package switchboard.tts.kokoro;

/** Frames from one to before another. */
record Span(int from, int to) {

    /** How long before the end of the opening mark a voice may begin. */
    private static final int LEAD = 4;
    /** How long before the end of its last sound a voice has certainly fallen silent. */
    private static final int TAIL = 3;

    /**
     * The part of an utterance that can be heard. Kokoro puts about 0.3 s of silence in front and 0.5 s behind; what is
     * not computed is not waited for.
     *
     * @param tokens    without the marks of beginning and end; at least one of them sounds
     * @param durations with those marks, in frames
     */
    static Span audible(int[] tokens, long[] durations) {
        int last = tokens.length - 1;
        while (!Vocabulary.isSound(tokens[last])) {
            last--;
        }
        int end = 0;
        for (int i = 0; i <= last + 1; i++) {
            end += (int) durations[i];
        }
        return new Span(Math.max(0, (int) durations[0] - LEAD), end - TAIL);
    }
}
