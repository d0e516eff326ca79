package switchboard.tts.kokoro;

/**
 * A stretch of an utterance that is computed at once, in frames.
 *
 * @param left  begin of the context in front, which is computed and thrown away
 * @param from  first frame that is heard
 * @param to    behind the last that is heard
 * @param right end of the context behind
 */
record Window(int left, int from, int to, int right) {

    /** Frames that are computed. */
    int computed() {
        return right - left;
    }
}
