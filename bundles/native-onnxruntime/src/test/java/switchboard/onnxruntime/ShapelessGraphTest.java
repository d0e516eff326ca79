package switchboard.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShapelessGraphTest {

    @TempDir
    Path folder;

    @Test
    void no_value_has_a_shape_any_more_and_all_have_their_types() throws Exception {
        Path graph = graph();
        assertThat(shapes(graph)).isEqualTo("[float(3), float(3)]");
        ShapelessGraph.strip(graph);
        assertThat(shapes(graph)).isEqualTo("[float(), float()]");
    }

    @Test
    void to_take_them_twice_changes_nothing() throws Exception {
        Path graph = graph();
        ShapelessGraph.strip(graph);
        byte[] once = Files.readAllBytes(graph);
        ShapelessGraph.strip(graph);
        assertThat(Files.readAllBytes(graph)).isEqualTo(once);
    }

    @Test
    void what_is_no_such_graph_is_refused() throws Exception {
        Path text = Files.writeString(folder.resolve("graph.ort"), "Hello, this is the front desk.");
        assertThatThrownBy(() -> ShapelessGraph.strip(text)).isInstanceOf(IOException.class).hasMessageEndingWith("graph.ort is no graph in ORT format");
        Path empty = Files.createFile(folder.resolve("empty.ort"));
        assertThatThrownBy(() -> ShapelessGraph.strip(empty)).isInstanceOf(IOException.class);
    }

    private Path graph() throws IOException, OrtException {
        Path graph = folder.resolve("graph.ort");
        try (OrtSession.SessionOptions options = Execution.threads(1).options()) {
            options.setOptimizedModelFilePath(graph.toString());
            options.addConfigEntry("session.save_model_format", "ORT");
            Graph.open("tiny", TinyModel.write(folder.resolve("relu.onnx"), "Relu"), options).close();
        }
        return graph;
    }

    private static String shapes(Path graph) throws OrtException {
        try (OrtSession.SessionOptions options = Execution.threads(1).options();
                OrtSession session = HeldEnvironment.get().createSession(graph.toString(), options)) {
            return Stream.concat(session.getInputInfo().values().stream(), session.getOutputInfo().values().stream())
                    .map(value -> (TensorInfo) value.getInfo()).map(ShapelessGraphTest::text).toList().toString();
        }
    }

    private static String text(TensorInfo tensor) {
        return tensor.type.name().toLowerCase(Locale.ROOT) + Arrays.toString(tensor.getShape()).replace('[', '(').replace(']', ')');
    }
}
