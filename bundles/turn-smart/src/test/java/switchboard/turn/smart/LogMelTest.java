package switchboard.turn.smart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.testkit.SampleSpeech;

class LogMelTest {

    private final LogMel logMel = new LogMel();

    @ParameterizedTest
    @ValueSource(strings = {"turn_complete", "turn_incomplete", "turn_long", "turn_short", "speech"})
    void it_equals_the_reference(String clip) throws Exception {
        assertEqual(logMel.of(SampleSpeech.clip(clip).samples()), Reference.of(clip));
    }

    @Test
    void silence_equals_the_reference() throws Exception {
        assertEqual(logMel.of(new float[LogMel.SAMPLE_RATE_HZ]), Reference.of("zeros"));
    }

    @Test
    void only_the_last_eight_seconds_count() {
        float[] speech = SampleSpeech.clip("turn_long").samples();
        float[] last = Arrays.copyOfRange(speech, speech.length - 128_000, speech.length);
        assertThat(logMel.of(speech)).isEqualTo(logMel.of(last));
    }

    @Test
    void silence_in_front_may_be_given_or_left_out() {
        float[] speech = SampleSpeech.clip("turn_complete").samples();
        float[] padded = new float[128_000];
        System.arraycopy(speech, 0, padded, padded.length - speech.length, speech.length);
        assertThat(logMel.of(speech)).isEqualTo(logMel.of(padded));
    }

    @Test
    void the_samples_are_not_changed() {
        float[] speech = SampleSpeech.clip("turn_long").samples();
        logMel.of(speech);
        assertThat(speech).isEqualTo(SampleSpeech.clip("turn_long").samples());
    }

    private static void assertEqual(float[] features, Reference expected) {
        expected.melRows().forEach((band, row) -> {
            for (int frame = 0; frame < LogMel.FRAMES; frame++) {
                assertThat((double) features[band * LogMel.FRAMES + frame])
                        .as("band %d frame %d", band, frame).isCloseTo(row[frame], within(1e-5));
            }
        });
        var all = IntStream.range(0, features.length).mapToDouble(i -> features[i]).summaryStatistics();
        assertThat(all.getSum()).isCloseTo(expected.melSum(), within(0.05));
        assertThat(all.getMin()).isCloseTo(expected.melMin(), within(1e-5));
        assertThat(all.getMax()).isCloseTo(expected.melMax(), within(1e-5));
    }
}
