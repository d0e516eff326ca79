package switchboard.stt.whisper;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.api.audio.AudioClip;

class QuietCutsTest {

    private static final int SECOND = 16_000;

    @Test
    void twenty_seconds_stay_whole() {
        AudioClip clip = loud(20);
        assertThat(QuietCuts.pieces(clip)).containsExactly(clip);
    }

    @Test
    void the_cut_is_in_the_pause() {
        AudioClip clip = loud(30);
        Arrays.fill(clip.samples(), 15 * SECOND, 15 * SECOND + SECOND / 2, 0);
        List<AudioClip> pieces = QuietCuts.pieces(clip);
        assertThat(pieces).hasSize(2);
        assertThat(pieces.get(0).samples().length).isBetween(15 * SECOND, 15 * SECOND + SECOND / 2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {20.001, 20.5, 21, 39.9, 40, 41, 120})
    void pieces_are_neither_too_long_nor_too_short_and_nothing_is_lost(double seconds) {
        AudioClip clip = loud(seconds);
        List<AudioClip> pieces = QuietCuts.pieces(clip);
        assertThat(pieces).allSatisfy(piece -> assertThat(piece.samples().length).isBetween(SECOND, 20 * SECOND));
        assertThat(joined(pieces)).isEqualTo(clip.samples());
    }

    private static AudioClip loud(double seconds) {
        float[] samples = new float[(int) (seconds * SECOND)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) Math.sin(i * 0.1) * 0.5f;
        }
        return new AudioClip(SECOND, samples);
    }

    private static float[] joined(List<AudioClip> pieces) {
        float[] all = new float[pieces.stream().mapToInt(piece -> piece.samples().length).sum()];
        int at = 0;
        for (AudioClip piece : pieces) {
            System.arraycopy(piece.samples(), 0, all, at, piece.samples().length);
            at += piece.samples().length;
        }
        return all;
    }
}
