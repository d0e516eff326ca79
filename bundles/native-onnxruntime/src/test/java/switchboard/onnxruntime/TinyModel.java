package switchboard.onnxruntime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An ONNX file of some 100 bytes: three numbers {@code x} go through one operator twice and come out as {@code y}.
 *
 * @see <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto, for the numbers of the fields</a>
 */
final class TinyModel {

    static final int NUMBERS = 3;

    private TinyModel() {
    }

    /** @param operator of one input and one output, for example {@code Relu} */
    static Path write(Path file, String operator) throws IOException {
        byte[] graph = join(
                field(1, node(operator, "x", "between")), field(1, node(operator, "between", "y")), field(2, text("tiny")),
                field(11, value("x")), field(12, value("y")));
        return Files.write(file, join(number(1, 8), field(7, graph), field(8, join(field(1, text("")), number(2, 13)))));
    }

    private static byte[] node(String operator, String input, String output) {
        return join(field(1, text(input)), field(2, text(output)), field(4, text(operator)));
    }

    /** Three floats; 1 is the number of their type. */
    private static byte[] value(String name) {
        byte[] shape = field(1, number(1, NUMBERS));
        byte[] tensor = join(number(1, 1), field(2, shape));
        return join(field(1, text(name)), field(2, field(1, tensor)));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** All lengths and numbers here are below 128 or take two bytes. */
    private static byte[] varint(int value) {
        return value < 128 ? new byte[] {(byte) value} : new byte[] {(byte) (value & 127 | 128), (byte) (value >> 7)};
    }

    private static byte[] number(int field, int value) {
        return join(varint(field << 3), varint(value));
    }

    private static byte[] field(int field, byte[] content) {
        return join(varint(field << 3 | 2), varint(content.length), content);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
