package switchboard.tts.kokoro;

import java.util.Arrays;
import java.util.OptionalInt;

/**
 * Cuts an utterance into windows while it is heard. The first is short, so that there is something to hear soon, but as long as
 * it takes to compute what follows; each of the others is as long as what can be heard meanwhile allows, because long ones cost
 * less. Confined to one thread.
 */
final class Windows {

    private static final int[] LENGTHS = {8, 12, 20, 40, 60};
    /** If windows take longer than they are heard there will be gaps; nobody waits in silence for longer ones than that. */
    private static final int LONGEST_AWAITED = 20;
    /** The vocoder's convolutions reach no further than that, but for differences that nobody hears. */
    private static final int CONTEXT = 3;
    /** In front of the first there is only silence. */
    private static final int FIRST_CONTEXT = 1;
    /** A rest shorter than this share of a window is taken along. */
    private static final double SHORTEST_REST = 0.4;
    /** A window that takes no more than that share of what it lasts leaves some time behind, for one that takes longer than thought. */
    private static final double LASTING = 0.9;
    /** What is silent at the beginning of the first, and cut off. */
    private static final int SILENT_FRAMES = 2;
    private static final long FRAME_NS = 1_000_000_000L * Prosody.FRAME_SAMPLES / Kokoro.SAMPLE_RATE_HZ;
    /** Of the silence that Kokoro puts behind what it says, up to 0.65 s were seen to be left within the span. */
    private static final int LONGEST_SILENT_END = 32;
    /** From samples that are computed to samples that are played. */
    private static final long HANDOVER_NS = 20_000_000;

    private final Span span;
    private final int frames;
    private final Pace pace;
    private int from;

    /**
     * The windows of an utterance, in order and without a gap.
     *
     * @param span   what is to be heard
     * @param frames length of the utterance
     */
    Windows(Span span, int frames, Pace pace) {
        this.span = span;
        this.frames = frames;
        this.pace = pace;
        this.from = span.from();
    }

    boolean hasNext() {
        return from < span.to();
    }

    /** Whether what was computed last may lie behind the last sound. */
    boolean areNearTheEnd() {
        return span.to() - from <= LONGEST_SILENT_END;
    }

    /** Whether what was computed may be heard: one can go on and on behind it, or nothing follows, or it lasts too long. */
    boolean isEnough(long aheadNs) {
        return !hasNext() || from - span.from() >= LONGEST_AWAITED || goesOn(aheadNs);
    }

    Window first() {
        return next(firstLength(), FIRST_CONTEXT);
    }

    /**
     * The longest that is there in time and lasts as long as it takes. If there is none, one that is late but lasts long enough:
     * a pause is heard once, but windows that take longer than they last are each late, and have more context for what they give.
     *
     * @param aheadNs how long nobody misses it
     */
    Window next(long aheadNs) {
        return next(longestInTime(aheadNs).orElseGet(this::shortestThatLasts), CONTEXT);
    }

    /** A window was computed. */
    void took(Window window, long ns) {
        pace.took(window.computed(), ns);
    }

    private Window next(int length, int contextInFront) {
        int begin = from;
        boolean last = span.to() - (begin + length) < SHORTEST_REST * length;
        from = last ? span.to() : begin + length;
        return new Window(Math.max(0, begin - contextInFront), begin, from, Math.min(frames, from + CONTEXT));
    }

    /** The shortest behind which one can go on and on. */
    private int firstLength() {
        return Arrays.stream(LENGTHS)
                .filter(length -> length == LONGEST_AWAITED || goesOn((length - SILENT_FRAMES) * FRAME_NS)).findFirst().orElseThrow();
    }

    private boolean goesOn(long aheadNs) {
        return longestInTime(aheadNs).isPresent();
    }

    private OptionalInt longestInTime(long aheadNs) {
        return Arrays.stream(LENGTHS).filter(length -> lasts(length) && expectedNs(length) <= aheadNs).max();
    }

    private int shortestThatLasts() {
        return Arrays.stream(LENGTHS).filter(length -> length == LONGEST_AWAITED || lasts(length)).findFirst().orElseThrow();
    }

    private boolean lasts(int length) {
        return expectedNs(length) <= LASTING * length * FRAME_NS;
    }

    private long expectedNs(int length) {
        return pace.expectedNs(length + 2 * CONTEXT) + HANDOVER_NS;
    }
}
