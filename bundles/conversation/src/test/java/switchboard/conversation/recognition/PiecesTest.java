package switchboard.conversation.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import switchboard.api.audio.AudioClip;

class PiecesTest {

    private static final int RATE = 16_000;

    @Test
    void short_speech_stays_whole() {
        AudioClip speech = noise(24);

        assertThat(Pieces.of(speech)).containsExactly(speech);
    }

    @Test
    void long_speech_is_cut_in_its_pauses_and_nothing_is_lost() {
        AudioClip speech = noise(60);
        Arrays.fill(speech.samples(), 20 * RATE, 20 * RATE + RATE / 4, 0);
        List<AudioClip> pieces = Pieces.of(speech);

        assertThat(pieces).allMatch(piece -> piece.samples().length <= 24 * RATE);
        assertThat(pieces.get(0).samples().length).isBetween(20 * RATE, 20 * RATE + RATE / 4);
        assertThat(pieces.stream().mapToInt(piece -> piece.samples().length).sum()).isEqualTo(60 * RATE);
    }

    private static AudioClip noise(int seconds) {
        float[] samples = new float[seconds * RATE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) Math.sin(i * 0.37) * 0.3f;
        }
        return new AudioClip(RATE, samples);
    }
}
