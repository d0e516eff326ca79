package switchboard.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import switchboard.api.audio.Resampler;
import switchboard.api.vad.VoiceActivityDetector;
import switchboard.testkit.SampleSpeech;

/** What every detector of voice activity keeps. */
public abstract class VoiceActivityContract extends ModelContract<VoiceActivityDetector> {

    private static final int SILENT_WINDOWS = 50;

    @Override
    void use(VoiceActivityDetector detector) {
        detector.open().close();
    }

    @Test
    void it_has_a_threshold_and_windows_that_suit_a_call() {
        assertThat(model.threshold()).isGreaterThan(0).isLessThan(1);
        assertThat(1_000.0 * model.windowSamples() / model.sampleRateHz()).as("window in ms").isBetween(5.0, 100.0);
    }

    @Test
    void speech_is_found_and_silence_is_not() {
        long found = probabilities(speech()).stream().filter(probability -> probability >= model.threshold()).count();
        assertThat((double) found / speech().size()).isGreaterThan(0.5);
        assertThat(probabilities(silence())).allMatch(probability -> probability >= 0 && probability < model.threshold());
    }

    @Test
    void a_window_of_another_length_is_refused() {
        try (VoiceActivityDetector.Stream stream = model.open()) {
            assertThatIllegalArgumentException().isThrownBy(() -> stream.accept(new float[model.windowSamples() + 1]));
        }
    }

    @Test
    void a_broken_sample_does_not_spoil_what_follows() {
        float[] broken = new float[model.windowSamples()];
        broken[3] = Float.NaN;
        broken[4] = Float.NEGATIVE_INFINITY;
        List<float[]> windows = new ArrayList<>(List.of(broken));
        windows.addAll(speech());
        List<Float> heard = probabilities(windows);
        assertThat(heard).allMatch(probability -> probability >= 0 && probability <= 1);
        assertThat(heard).anyMatch(probability -> probability >= model.threshold());
    }

    @Test
    void what_it_hears_is_not_changed() {
        List<float[]> windows = speech();
        probabilities(windows);
        assertThat(windows.get(windows.size() / 2)).isEqualTo(speech().get(windows.size() / 2));
    }

    @Test
    void streams_side_by_side_do_not_disturb_each_other() throws Exception {
        List<Float> alone = probabilities(speech());
        assertThat(together(() -> probabilities(speech()))).allSatisfy(one -> assertThat(one).isEqualTo(alone));
    }

    @Test
    void a_closed_stream_refuses_and_closing_twice_is_harmless() {
        VoiceActivityDetector.Stream stream = model.open();
        stream.close();
        stream.close();
        assertThatIllegalStateException().isThrownBy(() -> stream.accept(new float[model.windowSamples()]));
    }

    @Test
    void a_stream_of_a_retired_model_can_still_be_closed() throws Exception {
        VoiceActivityDetector retired = open();
        VoiceActivityDetector.Stream stream = retired.open();
        if (retired instanceof AutoCloseable closeable) {
            closeable.close();
        }
        stream.close();
    }

    private List<Float> probabilities(List<float[]> windows) {
        try (VoiceActivityDetector.Stream stream = model.open()) {
            return windows.stream().map(stream::accept).toList();
        }
    }

    private List<float[]> speech() {
        float[] samples = Resampler.resample(SampleSpeech.clip("speech"), model.sampleRateHz()).samples();
        List<float[]> windows = new ArrayList<>();
        for (int at = 0; at + model.windowSamples() <= samples.length; at += model.windowSamples()) {
            windows.add(Arrays.copyOfRange(samples, at, at + model.windowSamples()));
        }
        return windows;
    }

    private List<float[]> silence() {
        List<float[]> windows = new ArrayList<>();
        for (int i = 0; i < SILENT_WINDOWS; i++) {
            windows.add(new float[model.windowSamples()]);
        }
        return windows;
    }
}
