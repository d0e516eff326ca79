package switchboard.tts.kokoro.rewrite;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import switchboard.testkit.TestModels;

@Tag("models")
class GraphRewriteTest {

    @TempDir
    private Path folder;

    /** The digests are of what a reference in Python makes of the same graph with the same calibration (onnx 1.23.2). */
    @ParameterizedTest
    @CsvSource({
        "FRONT, 1507, a2b75e9efd2d2a1bb621c227d62f8587ad655bd0546fa8e36c0477d954cb0e62",
        "TRUNK, 239, 6a0c3799c043ae4642e3d21a11ce41d0363972a6ba83ef281b1432385a951b54"
    })
    void it_equals_the_reference_byte_for_byte(Part part, int nodes, String digest) throws Exception {
        ModelProto rewritten = rewritten(part);
        Path inOnePiece = folder.resolve("in-one-piece.onnx");
        try (OutputStream out = Files.newOutputStream(inOnePiece)) {
            rewritten.writeTo(out);
        }
        assertThat(rewritten.getGraph().getNodeCount()).isEqualTo(nodes);
        assertThat(Sha256.of(inOnePiece)).isEqualTo(digest);
    }

    @Test
    void every_normalisation_of_the_generator_has_a_choice_of_statistics() throws Exception {
        ModelProto generator = rewritten(Part.GENERATOR);
        Map<String, Long> operations = generator.getGraph().getNodeList().stream()
                .collect(Collectors.groupingBy(NodeProto::getOpType, Collectors.counting()));
        assertThat(generator.getGraph().getNodeCount()).isEqualTo(1072);
        assertThat(operations).containsEntry("If", 48L).containsEntry("QLinearConv", 48L).containsEntry("Split", 51L)
                .containsEntry("STFT", 1L).doesNotContainKeys("ConvInteger", "InstanceNormalization");
    }

    private ModelProto rewritten(Part part) throws Exception {
        Path target = folder.resolve(part.label() + ".onnx");
        GraphRewrite.rewrite(TestModels.path("kokoro-82m", "kokoro-v1.0.int8.onnx"), part, target, Calibration.shipped());
        try (InputStream in = Files.newInputStream(target)) {
            return ModelProto.parseFrom(in);
        }
    }
}
