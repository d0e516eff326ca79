package switchboard.turn.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A probability is worth its name when what it calls likely happens that often. */
class CalibrationTest {

    private static final Duration SOON = Duration.ofMillis(200);

    @ParameterizedTest
    @EnumSource(names = {"UNFINISHED", "MAY_GO_ON", "WHOLE", "CLOSING", "QUESTION"})
    void the_odds_of_an_ending_are_those_that_were_counted(Ending ending) {
        List<Silence> counted = Silence.counted();
        double ends = 1 + count(counted, ending, true);
        double pauses = 1 + count(counted, ending, false);
        double allEnds = counted.stream().filter(Silence::over).count();
        double allPauses = counted.size() - allEnds;

        double odds = ends / allEnds / (pauses / allPauses);

        assertThat(Math.log(ending.odds())).as("counted %.3f, assumed %.3f", odds, ending.odds()).isCloseTo(Math.log(odds), within(Math.log(1.7)));
    }

    /** Brier score: the mean square of what was wrong; who only knows how many silences end a turn scores p(1 - p). */
    @Test
    void on_utterances_that_were_not_counted_it_is_far_better_than_the_rate() {
        double wrong = 0;
        double rate = 0;
        double weights = 0;
        List<Silence> silences = Silence.heldOut();
        double ends = silences.stream().filter(Silence::over).count();
        for (Silence silence : silences) {
            double weight = silence.over() ? 2 / ends : 1 / (silences.size() - ends);
            double truth = silence.over() ? 1 : 0;
            wrong += weight * Math.pow(probability(silence) - truth, 2);
            rate += weight * Math.pow(2.0 / 3 - truth, 2);
            weights += weight;
        }
        assertThat(weights).isCloseTo(3, within(1e-9));
        assertThat(wrong).isLessThan(0.4 * rate);
    }

    @Test
    void what_it_calls_likely_happens_and_what_it_calls_unlikely_does_not() {
        List<Silence> likely = Silence.heldOut().stream().filter(silence -> probability(silence) >= 0.8).toList();
        List<Silence> unlikely = Silence.heldOut().stream().filter(silence -> probability(silence) <= 0.2).toList();

        assertThat(likely).hasSizeGreaterThan(15);
        assertThat(unlikely).hasSizeGreaterThan(10);
        assertThat(count(likely, true) / (double) likely.size()).isGreaterThanOrEqualTo(0.8);
        assertThat(count(unlikely, true) / (double) unlikely.size()).isLessThanOrEqualTo(0.2);
    }

    private static double probability(Silence silence) {
        return WordsTurnDetector.probability(ending(silence), SOON);
    }

    private static Ending ending(Silence silence) {
        return Utterance.of(silence.said()).ending();
    }

    private static long count(List<Silence> silences, Ending ending, boolean over) {
        return silences.stream().filter(silence -> silence.over() == over && ending(silence) == ending).count();
    }

    private static long count(List<Silence> silences, boolean over) {
        return silences.stream().filter(silence -> silence.over() == over).count();
    }
}
