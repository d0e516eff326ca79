package switchboard.onnxruntime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import switchboard.onnxruntime.OptimisedGraph.Cache;
import switchboard.onnxruntime.OptimisedGraph.Writer;

class OptimisedGraphTest {

    private static final Path FULL_DISK = Path.of("/dev/full");

    @TempDir
    Path folder;

    private final Map<String, Path> kept = new HashMap<>();
    private Path relu;
    private int written;

    @BeforeEach
    void write() throws IOException {
        relu = TinyModel.write(folder.resolve("relu.onnx"), "Relu");
    }

    @Test
    void what_was_optimised_answers_as_the_original() throws Exception {
        assertThat(answer("relu", relu, this::keep)).containsExactly(0, 0, 2);
        assertThat(answer("relu", relu, this::keep)).containsExactly(0, 0, 2);
        assertThat(written).isEqualTo(1);
    }

    @Test
    void the_original_is_not_even_looked_for_when_the_cache_has_it() throws Exception {
        answer("relu", relu, this::keep);
        Files.delete(relu);
        assertThat(answer("relu", relu, this::keep)).containsExactly(0, 0, 2);
    }

    @Test
    void another_original_is_optimised_anew() throws Exception {
        Path negated = TinyModel.write(folder.resolve("neg.onnx"), "Neg");
        assertThat(answer("relu", relu, this::keep)).containsExactly(0, 0, 2);
        assertThat(answer("neg", negated, this::keep)).containsExactly(-1, 0, 2);
        assertThat(written).isEqualTo(2);
    }

    @Test
    void another_library_processor_or_way_of_adding_has_another_key() {
        String key = OptimisedGraph.key("1.29.0", "amd64-avx2", false);
        assertThat(OptimisedGraph.key("1.30.0", "amd64-avx2", false)).isNotEqualTo(key);
        assertThat(OptimisedGraph.key("1.29.0", "amd64-avx512", false)).isNotEqualTo(key);
        assertThat(OptimisedGraph.key("1.29.0", "amd64-avx2", true)).isNotEqualTo(key);
        assertThat(OptimisedGraph.key("1.29.0", "amd64-avx2", false)).isEqualTo(key);
    }

    @Test
    void a_graph_that_was_cut_is_replaced_by_the_original() throws Exception {
        Cache cut = (key, writer) -> {
            Path file = keep(key, writer);
            byte[] whole = Files.readAllBytes(file);
            return Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        };
        assertThat(answer("relu", relu, cut)).containsExactly(0, 0, 2);
    }

    @Test
    void a_full_disk_costs_time_and_nothing_else() throws Exception {
        assumeTrue(Files.exists(FULL_DISK), "only Linux has a disk that is always full");
        Cache full = (key, writer) -> {
            writer.write(FULL_DISK);
            throw new AssertionError("it was written to a disk that is full");
        };
        assertThat(answer("relu", relu, full)).containsExactly(0, 0, 2);
    }

    @Test
    void without_an_original_there_is_no_graph() {
        Path missing = folder.resolve("missing.onnx");
        assertThatThrownBy(() -> OptimisedGraph.open("tiny", Execution.threads(1), "missing", () -> {
            throw new NoSuchFileException(missing.toString());
        }, this::keep)).isInstanceOf(NoSuchFileException.class);
    }

    private Path keep(String key, Writer writer) throws IOException {
        Path known = kept.get(key);
        if (known != null) {
            return known;
        }
        Path file = folder.resolve("optimised-" + written++ + ".ort");
        writer.write(file);
        kept.put(key, file);
        return file;
    }

    private static float[] answer(String identity, Path original, Cache cache) throws IOException, OrtException {
        try (Graph graph = OptimisedGraph.open("tiny", Execution.threads(1), identity, () -> original, cache);
                OnnxTensor x = OnnxTensor.createTensor(HeldEnvironment.get(), FloatBuffer.wrap(new float[] {-1, 0, 2}), new long[] {TinyModel.NUMBERS})) {
            return graph.run(Map.of("x", x), result -> {
                float[] y = new float[TinyModel.NUMBERS];
                ((OnnxTensor) result.get(0)).getFloatBuffer().get(y);
                return y;
            });
        }
    }
}
