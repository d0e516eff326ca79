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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import switchboard.testkit.TestModels;

@Tag("models")
class GraphRewriteTest {

    /** Of what kokoro_rewrite.py makes of the same graph with the same calibration (onnx 1.23.2, numpy 2.4.6). */
    private static final String REFERENCE = "e5c4428b8cfcc514f88ea58416058cdf89e29ae9b424ea3aeb753bec89595b87";

    @TempDir
    private static Path folder;

    private static ModelProto rewritten;

    @BeforeAll
    static void rewrite() throws Exception {
        Path target = folder.resolve("kokoro-best.onnx");
        GraphRewrite.rewrite(TestModels.path("kokoro-82m", "kokoro-v1.0.int8.onnx"), target, Calibration.shipped());
        try (InputStream in = Files.newInputStream(target)) {
            rewritten = ModelProto.parseFrom(in);
        }
    }

    @Test
    void every_part_is_found_and_replaced() {
        Map<String, Long> operations = rewritten.getGraph().getNodeList().stream()
                .collect(Collectors.groupingBy(NodeProto::getOpType, Collectors.counting()));
        assertThat(rewritten.getGraph().getNodeCount()).isEqualTo(2687);
        assertThat(operations).containsEntry("InstanceNormalization", 68L).containsEntry("QLinearConv", 48L)
                .containsEntry("MatMulIntegerToFloat", 10L).containsEntry("STFT", 1L)
                .doesNotContainKey("ConvInteger");
    }

    @Test
    void it_equals_the_reference_byte_for_byte() throws Exception {
        Path inOnePiece = folder.resolve("in-one-piece.onnx");
        try (OutputStream out = Files.newOutputStream(inOnePiece)) {
            rewritten.writeTo(out);
        }
        assertThat(Sha256.of(inOnePiece)).isEqualTo(REFERENCE);
    }
}
