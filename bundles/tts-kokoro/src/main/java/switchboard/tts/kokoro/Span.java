package switchboard.tts.kokoro;

/** Frames from one to before another. */
record Span(int from, int to) {

    /**
     * The part of an utterance that can be heard. Kokoro puts about 0.3 s of silence in front and 0.5 s behind; what is
     * not computed is not waited for.
     *
     * @param tokens  without the marks of beginning and end; at least one of them sounds
     * @param prosody of those tokens
     * @param lead    frames before the end of the opening mark at which the voice may begin
     * @param tail    frames behind the end of its last sound at which the voice has fallen silent; may be negative
     */
    static Span audible(int[] tokens, Prosody prosody, float lead, float tail) {
        int last = tokens.length - 1;
        while (!Vocabulary.isSound(tokens[last])) {
            last--;
        }
        long end = 0;
        for (int i = 0; i <= last + 1; i++) {
            end += prosody.durations()[i];
        }
        int from = (int) (prosody.durations()[0] - Math.round(lead));
        return new Span(Math.max(0, from), Math.min(prosody.frames(), (int) end + Math.round(tail)));
    }
}
