package switchboard.tts.kokoro;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of an utterance that is computed at once, in frames. The first are short, so that there is something to hear
 * soon; the later ones are as long as what can be heard meanwhile allows, because long ones cost less.
 *
 * @param left  begin of the context in front, which is computed and thrown away
 * @param from  first frame that is heard
 * @param to    behind the last that is heard
 * @param right end of the context behind
 */
record Window(int left, int from, int to, int right) {

    private static final int[] LENGTHS = {8, 12, 20, 40, 60};
    /** The vocoder's convolutions reach no further than that, but for differences that nobody hears. */
    private static final int CONTEXT = 3;
    /** In front of the first there is only silence. */
    private static final int FIRST_CONTEXT = 1;
    /** A rest shorter than this share of a window is taken along. */
    private static final double SHORTEST_REST = 0.4;

    /**
     * The windows of an utterance, in order and without a gap.
     *
     * @param span   what is to be heard
     * @param frames length of the utterance
     */
    static List<Window> plan(Span span, int frames) {
        List<Window> windows = new ArrayList<>();
        int from = span.from();
        while (from < span.to()) {
            int length = LENGTHS[Math.min(windows.size(), LENGTHS.length - 1)];
            boolean lastOne = span.to() - (from + length) < SHORTEST_REST * length;
            int to = lastOne ? span.to() : from + length;
            int left = from - (windows.isEmpty() ? FIRST_CONTEXT : CONTEXT);
            windows.add(new Window(Math.max(0, left), from, to, Math.min(frames, to + CONTEXT)));
            from = to;
        }
        return windows;
    }
}
