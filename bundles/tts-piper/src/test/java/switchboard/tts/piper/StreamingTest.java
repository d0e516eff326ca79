package switchboard.tts.piper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import switchboard.testkit.TestModels;

@Tag("models")
class StreamingTest {

    private static final String CLAUSE = "ðə tˈeɪbəl baɪ ðə wˈɪndoʊ ɪz fɹˈiː ɔn sˈʌndeɪ ˈiːvnɪŋ";

    /** At the edges, where nothing stands beside a window, and in the middle, where its context does. */
    @ParameterizedTest
    @ValueSource(strings = {"a", CLAUSE, CLAUSE + " " + CLAUSE + " " + CLAUSE})
    void the_windows_together_are_what_the_decoder_makes_of_the_whole(String ipa) throws Exception {
        TestModels store = new TestModels();
        VoiceFile voice = VoiceFile.read(store.file(VoiceFile.MODEL, VoiceFile.DESCRIPTION));
        try (Graphs graphs = Graphs.open(store)) {
            Latents latents = graphs.front(voice.numbersOf(voice.known(ipa)), voice, 1);
            float[] whole = graphs.decoder(latents);
            assertThat(whole).hasSize(latents.frames() * Streaming.FRAME_SAMPLES);

            Streaming streaming = new Streaming(graphs, latents);
            List<Integer> lengths = new ArrayList<>();
            int heard = 0;
            while (streaming.hasNext()) {
                float[] piece = streaming.next();
                for (int i = 0; i < piece.length; i++) {
                    assertThat(Math.abs(piece[i] - whole[heard + i])).as("sample %d", heard + i).isLessThan(1e-4f);
                }
                heard += piece.length;
                lengths.add(piece.length / Streaming.FRAME_SAMPLES);
            }
            assertThat(heard).isEqualTo(whole.length);
            assertThat(lengths).first().isEqualTo(latents.frames() < 24 + 16 ? latents.frames() : 24);
        }
    }

    @Test
    void a_graph_that_is_built_otherwise_is_not_cut(@TempDir Path folder) throws Exception {
        Path front = folder.resolve("front.onnx");
        Part.FRONT.cut(TestModels.path(VoiceFile.MODEL, VoiceFile.WEIGHTS), front);
        assertThat(Files.size(front)).isGreaterThan(50_000_000);

        assertThatIllegalStateException().isThrownBy(() -> Part.DECODER.cut(front, folder.resolve("decoder.onnx")))
                .withMessage("the graph does not make output of [/Mul_7_output_0]");
    }
}
