package switchboard.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FlatTableTest {

    private static final int OTHER_LAYOUT = 40;

    private final ByteBuffer bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    private FlatTable table;

    /** A table at 16 with a number (field 0) and a list of one table, itself (field 2); its layout lies at 4. */
    @BeforeEach
    void write() {
        bytes.putInt(0, 16);
        bytes.putShort(4, (short) 10).putShort(6, (short) 12).putShort(8, (short) 4).putShort(10, (short) 0).putShort(12, (short) 8);
        bytes.putInt(16, 16 - 4).putInt(20, 77).putInt(24, 28 - 24);
        bytes.putInt(28, 1).putInt(32, 16 - 32);
        table = FlatTable.root(bytes);
    }

    @Test
    void a_field_lies_where_the_layout_says() {
        assertThat(bytes.getInt(table.field(0).orElseThrow())).isEqualTo(77);
    }

    @Test
    void a_field_that_was_left_out_or_came_with_a_later_version_is_absent() {
        assertThat(table.field(1)).isEmpty();
        assertThat(table.field(3)).isEmpty();
        assertThat(table.tables(1)).isEmpty();
        assertThat(table.table(1)).isEmpty();
    }

    @Test
    void references_lead_forwards_and_backwards() {
        assertThat(table.tables(2)).containsExactly(table);
    }

    @Test
    void with_another_layout_a_field_is_gone_and_the_others_stay() {
        bytes.put(OTHER_LAYOUT, table.layoutWithout(2).array());
        table.layOut(OTHER_LAYOUT);
        assertThat(table.tables(2)).isEmpty();
        assertThat(bytes.getInt(table.field(0).orElseThrow())).isEqualTo(77);
    }
}
