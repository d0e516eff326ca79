package switchboard.tts.kokoro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
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
    void every_voice_has_some_and_they_are_such_as_a_voice_can_have() throws Exception {
        try (BufferedReader names = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Statistics.class.getResourceAsStream("voices.txt")), StandardCharsets.UTF_8))) {
            for (String voice : names.lines().toList()) {
                assertSane(voice, Statistics.shipped(voice).orElseThrow());
            }
        }
    }

    @Test
    void a_file_of_another_size_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Statistics(new byte[100]))
                .withMessage("expected 73732 bytes of statistics, got 100");
    }

    private static void assertSane(String voice, Statistics statistics) {
        assertThat(statistics.lead()).as(voice).isBetween(2f, 6f);
        assertThat(statistics.tail()).as(voice).isBetween(-3f, 20f);
        for (float frames : new float[] {40, 1_000}) {
            Normalisation normalisation = statistics.at(frames);
            for (int c = 0; c < Normalisation.CHANNELS; c++) {
                boolean possible = Math.abs(normalisation.mean()[c]) < 1_000
                        && normalisation.variance()[c] > 0 && normalisation.variance()[c] < 1e12;
                assertThat(possible).as("%s, channel %d", voice, c).isTrue();
            }
        }
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
