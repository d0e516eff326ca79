package switchboard.api.stt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.api.audio.AudioClip;

class QuietCutsTest {

    private static final int SECOND = 16_000;

    @ParameterizedTest
    @ValueSource(ints = {20, 25})
    void what_is_short_enough_stays_whole(int longest) {
        AudioClip clip = loud(longest);
        assertThat(QuietCuts.pieces(clip, longest)).containsExactly(clip);
    }

    @ParameterizedTest
    @CsvSource({"20, 30, 15", "25, 40, 20"})
    void the_cut_is_in_the_pause(int longest, int seconds, int pause) {
        AudioClip clip = loud(seconds);
        Arrays.fill(clip.samples(), pause * SECOND, pause * SECOND + SECOND / 2, 0);
        List<AudioClip> pieces = QuietCuts.pieces(clip, longest);
        assertThat(pieces).hasSize(2);
        assertThat(pieces.get(0).samples().length).isBetween(pause * SECOND, pause * SECOND + SECOND / 2);
    }

    @ParameterizedTest
    @CsvSource({"25, 25.001", "25, 25.5", "25, 26", "25, 49.9", "25, 50", "25, 51", "25, 120",
        "20, 20.001", "20, 20.5", "20, 21", "20, 39.9", "20, 40", "20, 41", "20, 120"})
    void pieces_are_neither_too_long_nor_too_short_and_nothing_is_lost(int longest, double seconds) {
        AudioClip clip = loud(seconds);
        List<AudioClip> pieces = QuietCuts.pieces(clip, longest);
        assertThat(pieces).allSatisfy(piece -> assertThat(piece.samples().length).isBetween(SECOND, longest * SECOND));
        assertThat(AudioClip.joined(SECOND, pieces).samples()).isEqualTo(clip.samples());
    }

    private static AudioClip loud(double seconds) {
        float[] samples = new float[(int) (seconds * SECOND)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) Math.sin(i * 0.1) * 0.5f;
        }
        return new AudioClip(SECOND, samples);
    }
}
