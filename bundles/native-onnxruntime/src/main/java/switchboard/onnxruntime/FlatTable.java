package switchboard.onnxruntime;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A table in a file of FlatBuffers: its fields have numbers, and an absent field takes no room. Where each lies is written in the
 * table's layout (<i>vtable</i>), which tables may share.
 *
 * @param bytes the whole file, little-endian
 * @param at    where the table begins
 * @see <a href="https://flatbuffers.dev/internals/">FlatBuffers, the format on the wire</a>
 */
record FlatTable(ByteBuffer bytes, int at) {

    /** Of a layout: its own length and that of the table; then comes one number of two bytes for each field. */
    private static final int LAYOUT_HEADER = 4;

    static FlatTable root(ByteBuffer bytes) {
        return new FlatTable(bytes, bytes.getInt(0));
    }

    /** Where a field's value lies; empty if the table has none. */
    OptionalInt field(int number) {
        int entry = LAYOUT_HEADER + number * Short.BYTES;
        int offset = entry < unsigned(layout()) ? unsigned(layout() + entry) : 0;
        return offset == 0 ? OptionalInt.empty() : OptionalInt.of(at + offset);
    }

    Optional<FlatTable> table(int number) {
        OptionalInt field = field(number);
        return field.isEmpty() ? Optional.empty() : Optional.of(new FlatTable(bytes, follow(field.getAsInt())));
    }

    /** A list of tables; empty if there is none. */
    List<FlatTable> tables(int number) {
        List<FlatTable> tables = new ArrayList<>();
        field(number).ifPresent(field -> {
            int list = follow(field);
            for (int i = 1; i <= bytes.getInt(list); i++) {
                tables.add(new FlatTable(bytes, follow(list + i * Integer.BYTES)));
            }
        });
        return tables;
    }

    /** The layout as it would be without a field. */
    ByteBuffer layoutWithout(int number) {
        byte[] changed = new byte[unsigned(layout())];
        bytes.get(layout(), changed);
        ByteBuffer without = ByteBuffer.wrap(changed).order(bytes.order());
        return without.putShort(LAYOUT_HEADER + number * Short.BYTES, (short) 0);
    }

    /** Gives the table another layout of the same length. */
    void layOut(int layout) {
        bytes.putInt(at, at - layout);
    }

    private int layout() {
        return at - bytes.getInt(at);
    }

    private int follow(int reference) {
        return reference + bytes.getInt(reference);
    }

    private int unsigned(int position) {
        return Short.toUnsignedInt(bytes.getShort(position));
    }
}
