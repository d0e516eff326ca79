package switchboard.onnxruntime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Takes the shapes of all values out of a graph in ORT format, those of its inputs and outputs too. They change nothing that is
 * computed. With them, ONNX Runtime compares the shapes of each new value and of all that are free by then, to reuse their
 * memory, and reads the type of each from text for it ({@code FindReusableTensor} in {@code allocation_planner.cc}): half of the
 * time that it takes to open a graph whose shapes depend on its inputs, and in vain, because such shapes hardly ever agree.
 *
 * @see <a href="https://github.com/microsoft/onnxruntime/blob/main/onnxruntime/core/flatbuffers/schema/ort.fbs">ort.fbs, for the
 *      numbers of the fields</a>
 */
final class ShapelessGraph {

    private static final int SESSION_MODEL = 1;
    private static final int MODEL_GRAPH = 7;
    private static final int GRAPH_VALUES = 1;
    private static final int GRAPH_NODES = 2;
    private static final int NODE_ATTRIBUTES = 10;
    private static final int ATTRIBUTE_GRAPH = 7;
    private static final int VALUE_TYPE = 2;
    private static final int TYPE_KIND = 1;
    private static final int TYPE_OF_KIND = 2;
    private static final int TENSOR_SHAPE = 1;
    private static final byte TENSOR = 1;
    /** A layout has eight bytes, and tensors have two of them at most: with and without a type of their elements. */
    private static final int MOST_ADDED = 64;

    private final ByteBuffer bytes;
    private final int end;
    /** Where each layout without a shape lies: behind what was there. */
    private final Map<ByteBuffer, Integer> layouts = new HashMap<>();
    private final ByteBuffer added = ByteBuffer.allocate(MOST_ADDED).order(ByteOrder.LITTLE_ENDIAN);

    private ShapelessGraph(ByteBuffer bytes, int end) {
        this.bytes = bytes;
        this.end = end;
    }

    /**
     * Changes a file in place and makes it longer by a few bytes: the shapes stay where they are, and nothing points there.
     *
     * @throws IOException if it cannot be read or written, or is no such graph
     */
    static void strip(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = channel.map(MapMode.READ_WRITE, 0, channel.size()).order(ByteOrder.LITTLE_ENDIAN);
            int end = (int) (channel.size() + Integer.BYTES - 1) / Integer.BYTES * Integer.BYTES;
            ShapelessGraph graph = new ShapelessGraph(bytes, end);
            graph.strip(FlatTable.root(bytes).table(SESSION_MODEL).orElseThrow().table(MODEL_GRAPH).orElseThrow());
            channel.write(graph.added.flip(), end);
        } catch (RuntimeException e) {
            throw new IOException("%s is no graph in ORT format".formatted(file), e);
        }
    }

    private void strip(FlatTable graph) {
        graph.tables(GRAPH_VALUES).forEach(value -> value.table(VALUE_TYPE).filter(ShapelessGraph::isTensor)
                .flatMap(type -> type.table(TYPE_OF_KIND)).ifPresent(this::forgetShape));
        for (FlatTable node : graph.tables(GRAPH_NODES)) {
            for (FlatTable attribute : node.tables(NODE_ATTRIBUTES)) {
                attribute.table(ATTRIBUTE_GRAPH).ifPresent(this::strip);
            }
        }
    }

    private static boolean isTensor(FlatTable type) {
        return type.field(TYPE_KIND).stream().anyMatch(at -> type.bytes().get(at) == TENSOR);
    }

    private void forgetShape(FlatTable tensor) {
        if (tensor.field(TENSOR_SHAPE).isPresent()) {
            tensor.layOut(layouts.computeIfAbsent(tensor.layoutWithout(TENSOR_SHAPE), this::add));
        }
    }

    private int add(ByteBuffer layout) {
        int at = end + added.position();
        added.put(layout.duplicate());
        return at;
    }
}
