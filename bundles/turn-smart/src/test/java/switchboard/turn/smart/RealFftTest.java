package switchboard.turn.smart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealFftTest {

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 6, 10, 14, 64, 400})
    void it_equals_the_transform_by_definition(int length) {
        double[] samples = new Random(length).doubles(length, -1, 1).toArray();
        double[] power = new double[length / 2 + 1];
        new RealFft(length).power(samples, power);
        for (int k = 0; k < power.length; k++) {
            assertThat(power[k]).as("bin %d", k).isCloseTo(byDefinition(samples, k), within(1e-9));
        }
    }

    @Test
    void one_transform_leaves_nothing_behind_for_the_next() {
        double[] samples = new Random(1).doubles(400).toArray();
        double[] first = new double[201];
        double[] second = new double[201];
        RealFft fft = new RealFft(400);
        fft.power(samples, first);
        fft.power(new double[400], second);
        assertThat(second).containsOnly(0);
        fft.power(samples, second);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void an_odd_length_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RealFft(401));
    }

    private static double byDefinition(double[] samples, int k) {
        double re = 0;
        double im = 0;
        for (int i = 0; i < samples.length; i++) {
            re += samples[i] * Math.cos(2 * Math.PI * k * i / samples.length);
            im -= samples[i] * Math.sin(2 * Math.PI * k * i / samples.length);
        }
        return re * re + im * im;
    }
}
