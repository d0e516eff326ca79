package switchboard.tts.kokoro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CurveTest {

    private final Curve curve = new Curve(2, 3, new float[] {1, 2, 3, 4, 5, 6});

    @Test
    void a_slice_has_the_same_steps_of_every_row() {
        assertThat(curve.slice(1, 3).values()).containsExactly(2, 3, 5, 6);
        assertThat(curve.slice(1, 3).shape()).containsExactly(1, 2, 2);
        assertThat(curve.slice(0, 3)).isSameAs(curve);
    }

    @Test
    void a_single_row_is_no_dimension() {
        Curve single = new Curve(1, 3, new float[] {1, 2, 3});
        assertThat(single.slice(0, 2).values()).containsExactly(1, 2);
        assertThat(single.shape()).containsExactly(1, 3);
    }

    @Test
    void a_curve_is_filled_stretch_by_stretch() {
        Curve filled = Curve.empty(2, 4);
        filled.fill(2, curve, 1, 3);
        assertThat(filled.values()).containsExactly(0, 0, 2, 3, 0, 0, 5, 6);
    }

    @Test
    void too_few_values_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Curve(2, 3, new float[5]))
                .withMessage("expected 2 x 3 values, got 5");
    }
}
