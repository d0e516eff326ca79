package switchboard.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import switchboard.api.audio.AudioClip;
import switchboard.api.audio.Resampler;
import switchboard.api.turn.Pause;
import switchboard.api.turn.TurnDetector;
import switchboard.testkit.SampleSpeech;

/** What every turn detector keeps. */
public abstract class TurnDetectorContract extends ModelContract<TurnDetector> {

    private static final String QUESTION = "Could you please tell me what time the meeting starts tomorrow?";
    private static final String FRAGMENT = "Could you please tell me what time";

    @Override
    void use(TurnDetector detector) {
        judge(detector, complete(detector), QUESTION);
    }

    @Test
    void it_has_a_threshold_and_a_sample_rate() {
        assertThat(model.threshold()).isGreaterThan(0).isLessThan(1);
        assertThat(model.sampleRateHz()).isBetween(8_000, 48_000);
    }

    @Test
    void a_question_that_was_asked_is_over_and_more_so_than_half_of_it() {
        float over = judge(model, complete(model), QUESTION);
        float cut = judge(model, clip(model, "turn_incomplete"), FRAGMENT);
        assertThat(over).isBetween(model.threshold(), 1f);
        assertThat(cut).isBetween(0f, over - 0.05f);
    }

    @Test
    void words_that_are_not_known_yet_are_no_error() {
        assertThat(judge(model, complete(model), "")).isBetween(0f, 1f);
    }

    @Test
    void what_it_hears_is_not_changed() {
        AudioClip clip = complete(model);
        judge(model, clip, QUESTION);
        assertThat(clip.samples()).isEqualTo(complete(model).samples());
    }

    @Test
    void another_sample_rate_is_refused() {
        AudioClip clip = AudioClip.silence(model.sampleRateHz() / 2, Duration.ofSeconds(1));
        assertThatIllegalArgumentException().isThrownBy(() -> judge(model, clip, QUESTION));
    }

    @Test
    void an_empty_turn_is_refused() {
        AudioClip nothing = new AudioClip(model.sampleRateHz(), new float[0]);
        assertThatIllegalArgumentException().isThrownBy(() -> judge(model, nothing, QUESTION));
    }

    @Test
    void pauses_judged_side_by_side_are_judged_alike() throws Exception {
        assertThat(together(() -> judge(model, complete(model), QUESTION))).containsOnly(judge(model, complete(model), QUESTION));
    }

    private static float judge(TurnDetector detector, AudioClip turn, String words) {
        return detector.endOfTurn(new Pause(turn, words, Duration.ofMillis(400)));
    }

    private static AudioClip complete(TurnDetector detector) {
        return clip(detector, "turn_complete");
    }

    private static AudioClip clip(TurnDetector detector, String name) {
        return Resampler.resample(SampleSpeech.clip(name), detector.sampleRateHz());
    }
}
