package switchboard.turn.smart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtSession;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.api.audio.AudioClip;
import switchboard.api.turn.Pause;
import switchboard.onnxruntime.Graph;
import switchboard.testkit.SampleSpeech;
import switchboard.testkit.TestModels;

@Tag("models")
class SmartTurnTest {

    private static final Path WEIGHTS = TestModels.path("smart-turn", "smart-turn-v3.2-cpu.onnx");
    private static SmartTurn detector;

    @BeforeAll
    static void open() throws Exception {
        detector = SmartTurn.open(SmartTurnModel.graph(new TestModels()));
    }

    @AfterAll
    static void close() {
        detector.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"turn_complete", "turn_incomplete", "turn_long", "speech"})
    void clear_cases_are_judged_as_the_reference_does(String clip) throws Exception {
        double probability = judge(detector, SampleSpeech.clip(clip));
        assertThat(probability).isCloseTo(Reference.of(clip).probability(), within(0.03));
    }

    /** No clear case: where products of bytes overflow, this clip is judged 0.2 lower. */
    @Test
    void a_doubtful_case_is_judged_alike_on_every_processor() throws Exception {
        assertThat((double) judge(detector, SampleSpeech.clip("turn_short"))).isCloseTo(Reference.of("turn_short").probability(), within(0.03));
    }

    /** Its quantised graph would answer otherwise if it were optimised otherwise. */
    @Test
    void the_graph_from_the_cache_judges_to_the_bit_as_the_published_one() throws Exception {
        try (OrtSession.SessionOptions options = SmartTurnModel.RUN.options();
                SmartTurn published = SmartTurn.open(Graph.open("Smart Turn", WEIGHTS, options))) {
            for (String clip : new String[] {"turn_complete", "turn_incomplete", "turn_short", "turn_long"}) {
                assertThat(judge(detector, SampleSpeech.clip(clip))).as(clip).isEqualTo(judge(published, SampleSpeech.clip(clip)));
            }
        }
    }

    @Test
    void another_sample_rate_is_refused() {
        AudioClip clip = AudioClip.silence(8_000, Duration.ofSeconds(1));
        assertThatIllegalArgumentException().isThrownBy(() -> judge(detector, clip)).withMessage("expected 16000 Hz, got 8000 Hz");
    }

    @Test
    void a_broken_sample_is_reported_and_spoils_nothing() {
        AudioClip broken = SampleSpeech.clip("turn_complete");
        broken.samples()[100] = Float.NaN;
        assertThatIllegalStateException().isThrownBy(() -> judge(detector, broken));
        assertThat(judge(detector, SampleSpeech.clip("turn_complete"))).isGreaterThan(detector.threshold());
    }

    @Test
    void a_retired_model_refuses_and_closing_twice_is_harmless() throws Exception {
        SmartTurn retired = SmartTurn.open(SmartTurnModel.graph(new TestModels()));
        retired.close();
        retired.close();
        assertThatIllegalStateException().isThrownBy(() -> judge(retired, SampleSpeech.clip("turn_short")))
                .withMessage("Smart Turn has been retired");
    }

    private static float judge(SmartTurn detector, AudioClip turn) {
        return detector.endOfTurn(new Pause(turn, "", Duration.ofMillis(200)));
    }
}
