package switchboard.model.store.whisper;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A CTranslate2 model file, binary version 6, of Whisper in half floats. The file is mapped, not read: base alone would
 * fill a small heap.
 */
final class Ct2Model {

    private static final int VERSION = 6;
    private static final int REVISION = 3;
    private static final int TYPE_I16 = 2;
    private static final int TYPE_F16 = 4;

    private record Variable(List<Integer> shape, int type, ByteBuffer data) {}

    private final Map<String, Variable> variables = new HashMap<>();

    private Ct2Model() {
    }

    static Ct2Model read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()).order(ByteOrder.LITTLE_ENDIAN);
            Ct2Model model = new Ct2Model();
            model.readAll(bytes);
            return model;
        } catch (BufferUnderflowException | IllegalArgumentException e) {
            throw new IOException(file.getFileName() + " is no whole CTranslate2 model", e);
        }
    }

    /** Weights by their CTranslate2 name. */
    Tensor tensor(String name) throws IOException {
        Variable variable = variable(name, TYPE_F16);
        return new Tensor(variable.shape(), variable.data());
    }

    int number(String name) throws IOException {
        return variable(name, TYPE_I16).data().order(ByteOrder.LITTLE_ENDIAN).getShort(0);
    }

    boolean has(String name) {
        return variables.containsKey(name);
    }

    private Variable variable(String name, int type) throws IOException {
        Variable variable = variables.get(name);
        if (variable == null || variable.type() != type) {
            throw new IOException("the CTranslate2 model has no '%s' of type %d".formatted(name, type));
        }
        return variable;
    }

    private void readAll(ByteBuffer in) throws IOException {
        int version = in.getInt();
        String kind = version == VERSION ? string(in) : "";
        int revision = version == VERSION ? in.getInt() : 0;
        if (!kind.equals("WhisperSpec") || revision != REVISION) {
            throw new IOException("expected a WhisperSpec of revision %d in version %d, got '%s' of revision %d in version %d"
                    .formatted(REVISION, VERSION, kind, revision, version));
        }
        for (int left = in.getInt(); left > 0; left--) {
            variables.put(string(in), readVariable(in));
        }
        // The aliases that follow name nothing that ggml stores a second time.
    }

    private static Variable readVariable(ByteBuffer in) {
        List<Integer> shape = new ArrayList<>();
        for (int rank = in.get(); rank > 0; rank--) {
            shape.add(in.getInt());
        }
        int type = in.get();
        int bytes = in.getInt();
        ByteBuffer data = in.slice().limit(bytes).slice();
        in.position(in.position() + bytes);
        return new Variable(shape, type, data);
    }

    /** Two bytes of length, which counts the NUL at the end. */
    private static String string(ByteBuffer in) {
        byte[] text = new byte[Short.toUnsignedInt(in.getShort())];
        in.get(text);
        return new String(text, 0, Math.max(0, text.length - 1), StandardCharsets.UTF_8);
    }
}
