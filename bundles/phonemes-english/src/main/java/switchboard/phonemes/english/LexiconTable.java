package switchboard.phonemes.english;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Sorted records in a buffer, found by binary search; the format is {@link LexiconCompiler}'s. Thread-safe: it reads at
 * absolute positions only.
 */
final class LexiconTable {

    private final ByteBuffer offsets;
    private final ByteBuffer records;

    /** Reads one table at the buffer's position and moves the position behind it. */
    LexiconTable(ByteBuffer in) {
        int count = in.getInt();
        int length = in.getInt();
        this.offsets = next(in, Math.multiplyExact(count, Integer.BYTES));
        this.records = next(in, length);
    }

    private static ByteBuffer next(ByteBuffer in, int length) {
        ByteBuffer part = in.slice(in.position(), length);
        in.position(in.position() + length);
        return part;
    }

    Optional<String> find(String key) {
        byte[] sought = key.getBytes(UTF_8);
        int low = 0;
        int high = offsets.limit() / Integer.BYTES - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int record = offsets.getInt(middle * Integer.BYTES);
            int order = compare(record, sought);
            if (order == 0) {
                return Optional.of(text(record + Short.BYTES + sought.length));
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }

    private int compare(int record, byte[] sought) {
        int length = length(record);
        int first = record + Short.BYTES;
        for (int i = 0; i < Math.min(length, sought.length); i++) {
            int order = Byte.compareUnsigned(records.get(first + i), sought[i]);
            if (order != 0) {
                return order;
            }
        }
        return length - sought.length;
    }

    private String text(int at) {
        byte[] bytes = new byte[length(at)];
        records.get(at + Short.BYTES, bytes);
        return new String(bytes, UTF_8);
    }

    private int length(int at) {
        return Short.toUnsignedInt(records.getShort(at));
    }
}
