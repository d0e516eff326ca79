package switchboard.onnx;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A model as it was published. No instances; thread-safe. */
public final class OnnxFile {

    private OnnxFile() {
    }

    /**
     * Reads a file without copying its tensors: their raw data stay views of the file, which is mapped into memory for as long as they
     * are used and must not change meanwhile.
     *
     * @throws IOException if it cannot be read, or is no model of ONNX
     */
    public static ModelProto read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            CodedInputStream in = UnsafeByteOperations
                    .unsafeWrap(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())).newCodedInput();
            in.enableAliasing(true);
            return ModelProto.parseFrom(in);
        } catch (InvalidProtocolBufferException e) {
            throw new IOException("%s is no model of ONNX: %s".formatted(file, e.getMessage()), e);
        }
    }
}
