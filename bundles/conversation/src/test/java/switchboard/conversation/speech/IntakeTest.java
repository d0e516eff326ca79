package switchboard.conversation.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.api.audio.AudioClip;
import switchboard.api.tts.SpeechRequest;

class IntakeTest {

    private static final int RATE_HZ = 24_000;

    private final Intake intake = new Intake(new SpeechRequest("We open at five.", "any", 1), RATE_HZ);

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 20_000})
    void what_is_no_sample_is_refused(float sample) {
        assertThatIllegalStateException().isThrownBy(() -> intake.accept(new AudioClip(RATE_HZ, new float[] {0, sample})))
                .withMessage("expected samples in [-1, 1], got " + sample);
    }

    @Test
    void what_is_a_little_too_loud_is_limited() {
        assertThat(intake.accept(new AudioClip(RATE_HZ, new float[] {0.5f, 1.5f, -1.5f}))).containsOnly(0.5f, 1, -1);
    }

    @Test
    void a_piece_of_another_rate_than_the_voice_says_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> intake.accept(new AudioClip(48_000, new float[480])))
                .withMessage("expected 24000 Hz, got 48000 Hz");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -24_000, Integer.MAX_VALUE})
    void a_rate_at_which_nobody_hears_is_refused(int rateHz) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Intake(new SpeechRequest("Hello.", "any", 1), rateHz));
    }

    @Test
    void a_voice_that_does_not_end_is_stopped() {
        AudioClip second = new AudioClip(RATE_HZ, new float[RATE_HZ]);
        for (int i = 0; i < 21; i++) {
            intake.accept(second);
        }
        assertThatIllegalStateException().isThrownBy(() -> intake.accept(second)).withMessage("speaks for more than 21 s and does not end");
    }
}
