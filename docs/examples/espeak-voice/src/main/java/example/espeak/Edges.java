package example.espeak;

import java.util.Arrays;

/** Keeps back the silence around an utterance, which only delays what is said next. Confined to one thread. */
final class Edges {

    private static final float AUDIBLE = 0.01f;

    private float[] held = {};
    private boolean begun;

    /** Of this piece and the silence before it, what can be heard or has sound on both sides; empty if nothing yet. */
    float[] audible(float[] piece) {
        int first = 0;
        while (!begun && first < piece.length && Math.abs(piece[first]) <= AUDIBLE) {
            first++;
        }
        begun |= first < piece.length;
        float[] all = joined(held, Arrays.copyOfRange(piece, first, piece.length));
        int end = all.length;
        while (end > 0 && Math.abs(all[end - 1]) <= AUDIBLE) {
            end--;
        }
        held = Arrays.copyOfRange(all, end, all.length);
        return Arrays.copyOf(all, end);
    }

    private static float[] joined(float[] a, float[] b) {
        float[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        return both;
    }
}
