package switchboard.tts.kokoro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HalfFloatTest {

    /** The examples of the article on the format. */
    @ParameterizedTest
    @CsvSource({"0000, 0", "0001, 5.9604645e-8", "03ff, 6.097555e-5", "0400, 6.1035156e-5", "3555, 0.33325195", "3c00, 1",
        "c000, -2", "7bff, 65504"})
    void it_is_read_as_the_standard_says(String bits, float value) {
        assertThat(HalfFloat.toFloat((short) Integer.parseInt(bits, 16))).isEqualTo(value);
    }

    @Test
    void what_is_beyond_is_infinite_or_no_number() {
        assertThat(HalfFloat.toFloat((short) 0xFC00)).isEqualTo(Float.NEGATIVE_INFINITY);
        assertThat(HalfFloat.toFloat((short) 0x7E00)).isNaN();
    }

    @ParameterizedTest
    @ValueSource(floats = {0, 1, -3.14159f, 16.06f, -9.8f, 0.001f, 1e-7f})
    void there_and_back_it_loses_one_part_in_two_thousand(float value) {
        assertThat(HalfFloat.toFloat(HalfFloats.of(value))).isCloseTo(value, within(Math.abs(value) / 2_048 + 3e-8f));
    }
}
