package switchboard.model.store.whisper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A tensor of half floats, row by row.
 *
 * @param shape  slowest dimension first
 * @param halves a view of the file it was read from; nothing is copied
 */
record Tensor(List<Integer> shape, ByteBuffer halves) {

    Tensor {
        shape = List.copyOf(shape);
        halves = view(halves);
    }

    int rows() {
        return shape.get(0);
    }

    /** Rows {@code from} (inclusive) to {@code to} (exclusive). */
    Tensor rows(int from, int to) throws IOException {
        if (to > rows()) {
            throw new IOException("a tensor of %d rows has no row %d".formatted(rows(), to - 1));
        }
        int rowBytes = halves.capacity() / rows();
        List<Integer> sliced = new java.util.ArrayList<>(shape);
        sliced.set(0, to - from);
        return new Tensor(sliced, halves.slice(from * rowBytes, (to - from) * rowBytes));
    }

    /** The same values as a matrix of one column. */
    Tensor asColumn() {
        return new Tensor(List.of(rows(), 1), halves);
    }

    boolean isZero() {
        for (int i = 0; i < length(); i++) {
            if (value(i) != 0) {
                return false;
            }
        }
        return true;
    }

    int length() {
        return halves.capacity() / Short.BYTES;
    }

    float value(int index) {
        return HalfFloat.widen(halves.getShort(index * Short.BYTES));
    }

    private static ByteBuffer view(ByteBuffer bytes) {
        return bytes.slice().asReadOnlyBuffer().order(ByteOrder.LITTLE_ENDIAN);
    }
}
