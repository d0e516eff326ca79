package switchboard.model.store.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HalfFloatTest {

    @Test
    void every_finite_half_survives_the_way_to_float_and_back() {
        for (int bits = 0; bits < 0x1_0000; bits++) {
            if ((bits >> 10 & 0x1f) != 0x1f) {
                assertThat(HalfFloat.narrow(HalfFloat.widen((short) bits))).isEqualTo((short) bits);
            }
        }
    }

    @Test
    void known_values_are_exact() {
        assertThat(HalfFloat.widen((short) 0x3c00)).isEqualTo(1f);
        assertThat(HalfFloat.widen((short) 0xc000)).isEqualTo(-2f);
        assertThat(HalfFloat.widen((short) 0x7bff)).isEqualTo(65_504f);
        assertThat(HalfFloat.widen((short) 0x0001)).isEqualTo(0x1p-24f);
        assertThat(HalfFloat.widen((short) 0x7c00)).isEqualTo(Float.POSITIVE_INFINITY);
    }

    @Test
    void a_tie_goes_to_the_even_half() {
        assertThat(HalfFloat.narrow(1 + 0x1p-11f)).isEqualTo((short) 0x3c00);
        assertThat(HalfFloat.narrow(1 + 3 * 0x1p-11f)).isEqualTo((short) 0x3c02);
    }

    @Test
    void what_is_too_large_becomes_infinite() {
        assertThat(HalfFloat.narrow(65_519f)).isEqualTo((short) 0x7bff);
        assertThat(HalfFloat.narrow(-65_520f)).isEqualTo((short) 0xfc00);
    }
}
