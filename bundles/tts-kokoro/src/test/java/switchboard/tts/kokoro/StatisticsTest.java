package switchboard.tts.kokoro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class StatisticsTest {

    @Test
    void mean_and_variance_depend_on_the_length() {
        Statistics statistics = new Statistics(terms(1, 0.5f, 2, -1));
        assertThat(statistics.at(60).mean()[0]).isEqualTo(1.5f);
        assertThat(statistics.at(60).variance()[9_215]).isCloseTo((float) Math.E, within(1e-5f));
        assertThat(statistics.at(120).mean()[0]).isEqualTo(1.25f);
    }

    @Test
    void where_a_voice_begins_and_ends_comes_last() {
        Statistics statistics = new Statistics(terms(0, 0, 0, 0));
        assertThat(statistics.lead()).isEqualTo(5);
        assertThat(statistics.tail()).isEqualTo(-3);
    }

    @Test
    void shorter_than_what_was_measured_is_as_the_shortest() {
        Statistics statistics = new Statistics(terms(1, 0.5f, 2, -1));
        assertThat(statistics.at(5).mean()).isEqualTo(statistics.at(40).mean());
    }

    @Test
    void a_voice_that_was_not_measured_has_none() throws Exception {
        assertThat(Statistics.shipped("nobody")).isEmpty();
        assertThat(Statistics.shipped("af_heart")).isPresent();
    }

    @Test
    void a_file_of_another_size_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Statistics(new byte[100]))
                .withMessage("expected 73732 bytes of statistics, got 100");
    }

    private static byte[] terms(float... rows) {
        ByteBuffer file = ByteBuffer.allocate(rows.length * Normalisation.CHANNELS * 2 + 4).order(ByteOrder.LITTLE_ENDIAN);
        for (float row : rows) {
            for (int c = 0; c < Normalisation.CHANNELS; c++) {
                file.putShort(HalfFloats.of(row));
            }
        }
        file.putShort(HalfFloats.of(5)).putShort(HalfFloats.of(-3));
        return file.array();
    }
}
