package switchboard.model.store.whisper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A Whisper of one layer, 32 values wide, with weights of chance: subnormal, zero, and large ones too. */
public final class SyntheticWhisper {

    /** Of the ggml file that the Python reference, proven on the published models, makes of it. */
    public static final String GGML_SHA256 = "fa552667dabc2c3f8bdfc845e3a2c04ed723441f33b291a42da1da74726ec4b0";
    public static final long GGML_BYTES = 618_590;

    private static final int WIDTH = 32;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final boolean keyBias;
    private int seed = 1;

    private SyntheticWhisper(boolean keyBias) {
        this.keyBias = keyBias;
    }

    /** Writes {@code model.bin} and {@code vocabulary.txt}. */
    public static void write(Path folder) throws IOException {
        write(folder, false);
    }

    /** @param keyBias whether the keys have a bias, which no Whisper has */
    static void write(Path folder, boolean keyBias) throws IOException {
        Files.write(folder.resolve("model.bin"), new SyntheticWhisper(keyBias).model());
        Files.writeString(folder.resolve("vocabulary.txt"), vocabulary());
    }

    private static String vocabulary() {
        StringBuilder text = new StringBuilder("!\n\u0120the\n\u00c3\u00a9\n\u0143\n");
        for (int i = 4; i < 50_256; i++) {
            text.append('w').append(i).append('\n');
        }
        return text.append("\n<|endoftext|>\n<|startoftranscript|>\n").toString();
    }

    private byte[] model() {
        Map<String, int[]> shapes = shapes();
        integer(6);
        string("WhisperSpec");
        integer(3);
        integer(shapes.size() + 2);
        number("decoder/num_heads", 2);
        number("encoder/num_heads", 2);
        shapes.forEach(this::halves);
        integer(1);
        string("decoder/projection/weight");
        string("decoder/embeddings/weight");
        return bytes.toByteArray();
    }

    private static Map<String, int[]> shapes() {
        Map<String, int[]> shapes = new TreeMap<>();
        shapes.put("encoder/conv1/weight", new int[] {WIDTH, 80, 3});
        shapes.put("encoder/conv1/bias", new int[] {WIDTH});
        shapes.put("encoder/conv2/weight", new int[] {WIDTH, WIDTH, 3});
        shapes.put("encoder/conv2/bias", new int[] {WIDTH});
        shapes.put("decoder/embeddings/weight", new int[] {40, WIDTH});
        for (String side : new String[] {"encoder", "decoder"}) {
            shapes.put(side + "/position_encodings/encodings", new int[] {10, WIDTH});
            norm(shapes, side + "/layer_norm");
            norm(shapes, side + "/layer_0/ffn/layer_norm");
            linear(shapes, side + "/layer_0/ffn/linear_0", 4, 1);
            linear(shapes, side + "/layer_0/ffn/linear_1", 1, 4);
            norm(shapes, side + "/layer_0/self_attention/layer_norm");
            linear(shapes, side + "/layer_0/self_attention/linear_0", 3, 1);
            linear(shapes, side + "/layer_0/self_attention/linear_1", 1, 1);
        }
        norm(shapes, "decoder/layer_0/attention/layer_norm");
        linear(shapes, "decoder/layer_0/attention/linear_0", 1, 1);
        linear(shapes, "decoder/layer_0/attention/linear_1", 2, 1);
        linear(shapes, "decoder/layer_0/attention/linear_2", 1, 1);
        return shapes;
    }

    private static void norm(Map<String, int[]> shapes, String name) {
        shapes.put(name + "/gamma", new int[] {WIDTH});
        shapes.put(name + "/beta", new int[] {WIDTH});
    }

    private static void linear(Map<String, int[]> shapes, String name, int rows, int columns) {
        shapes.put(name + "/weight", new int[] {rows * WIDTH, columns * WIDTH});
        shapes.put(name + "/bias", new int[] {rows * WIDTH});
    }

    private void halves(String name, int[] shape) {
        string(name);
        bytes.write(shape.length);
        int count = 1;
        for (int length : shape) {
            integer(length);
            count *= length;
        }
        bytes.write(4);
        integer(count * Short.BYTES);
        for (int i = 0; i < count; i++) {
            half(isKeyBias(name, i) && !keyBias ? 0 : weight(i));
        }
    }

    private static boolean isKeyBias(String name, int index) {
        int row = index / WIDTH;
        return name.endsWith("self_attention/linear_0/bias") && row == 1 || name.endsWith("/attention/linear_1/bias") && row == 0;
    }

    /** Any finite half float; each ninth block of 32 is zero, each seventh subnormal. */
    private int weight(int index) {
        seed = seed * 1_664_525 + 1_013_904_223;
        int bits = seed >>> 16;
        int block = index / 32;
        int exponent = block % 9 == 8 ? -1 : block % 7 == 6 ? 0 : 8 + (bits >> 10 & 7);
        return exponent < 0 ? 0 : bits & 0x83ff | exponent << 10;
    }

    private void number(String name, int value) {
        string(name);
        bytes.write(0);
        bytes.write(2);
        integer(Short.BYTES);
        half(value);
    }

    private void string(String text) {
        half(text.length() + 1);
        bytes.writeBytes((text + "\0").getBytes(StandardCharsets.US_ASCII));
    }

    private void half(int value) {
        bytes.write(value);
        bytes.write(value >> 8);
    }

    private void integer(int value) {
        bytes.writeBytes(ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
    }
}
