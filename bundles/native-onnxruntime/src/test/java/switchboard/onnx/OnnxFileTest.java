package switchboard.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnnxFileTest {

    @TempDir
    private Path folder;

    @Test
    void what_was_written_is_read() throws IOException {
        TensorProto weights = TensorProto.newBuilder().setName("w").setRawData(ByteString.copyFrom(new byte[] {1, 2, 3})).build();
        ModelProto model = ModelProto.newBuilder().setIrVersion(9).setGraph(GraphProto.newBuilder().addInitializer(weights)).build();
        Path file = Files.write(folder.resolve("model.onnx"), model.toByteArray());
        assertThat(OnnxFile.read(file)).isEqualTo(model);
    }

    @Test
    void a_file_that_is_cut_off_is_named() throws IOException {
        Path file = Files.write(folder.resolve("model.onnx"), new byte[] {58, 100, 1});
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> OnnxFile.read(file)).withMessageContaining("model.onnx is no model of ONNX");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatExceptionOfType(NoSuchFileException.class).isThrownBy(() -> OnnxFile.read(folder.resolve("none.onnx"))).withMessageContaining("none.onnx");
    }
}
