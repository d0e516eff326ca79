package switchboard.tts.kokoro;

import java.util.Arrays;

/**
 * Numbers over time, row after row, in the layout of the graph: a tensor [1, rows, steps], or [1, steps] if there is but
 * one row.
 *
 * @param values nobody writes to them once the curve is filled
 */
record Curve(int rows, int steps, float[] values) {

    Curve {
        if (values.length != rows * steps) {
            throw new IllegalArgumentException("expected %d x %d values, got %d".formatted(rows, steps, values.length));
        }
    }

    static Curve empty(int rows, int steps) {
        return new Curve(rows, steps, new float[rows * steps]);
    }

    /** From one step to before another; copied. */
    Curve slice(int from, int to) {
        if (from == 0 && to == steps) {
            return this;
        }
        if (rows == 1) {
            return new Curve(1, to - from, Arrays.copyOfRange(values, from, to));
        }
        Curve slice = empty(rows, to - from);
        slice.fill(0, this, from, to);
        return slice;
    }

    /** Takes over a stretch of another curve. */
    void fill(int at, Curve other, int from, int to) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(other.values, row * other.steps + from, values, row * steps + at, to - from);
        }
    }

    long[] shape() {
        return rows == 1 ? new long[] {1, steps} : new long[] {1, rows, steps};
    }
}
