package switchboard.tts.kokoro.rewrite;

import static switchboard.tts.kokoro.rewrite.Nodes.node;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.List;

/**
 * A convolution of stride 1 as a matrix product: time first, one shifted copy of the quantised input per tap side by side,
 * times the weights of all taps.
 */
final class MatrixConvolution {

    private static final long OPEN_END = 1L << 62;

    private final Changes changes;

    MatrixConvolution(Changes changes) {
        this.changes = changes;
    }

    List<NodeProto> nodes(Convolution convolution) {
        String name = convolution.name();
        String q = name + "_q";
        List<NodeProto> nodes = new ArrayList<>();
        nodes.add(node("DynamicQuantizeLinear", q, List.of(convolution.input()), List.of(q, name + "_qs", name + "_qz")));
        nodes.add(transposed(q + "t", q, q + "t"));
        nodes.add(node("Pad", q + "p", List.of(q + "t", padding(convolution.geometry()), name + "_qz"), q + "p"));
        List<String> taps = new ArrayList<>();
        for (int tap = 0; tap < convolution.weights().width(); tap++) {
            nodes.add(tap(q, tap, convolution));
            taps.add(q + "c" + tap);
        }
        String columns = taps.get(0);
        if (taps.size() > 1) {
            columns = q + "col";
            nodes.add(node("Concat", columns, taps, columns, Nodes.attribute("axis", 2)));
        }
        nodes.add(product(convolution, q, columns));
        nodes.add(transposed(q + "tt", q + "mm", convolution.output()));
        return nodes;
    }

    private static NodeProto transposed(String name, String input, String output) {
        return node("Transpose", name, List.of(input), output, Nodes.attributes("perm", List.of(0L, 2L, 1L)));
    }

    private NodeProto tap(String q, int tap, Convolution convolution) {
        long dilation = convolution.geometry().dilation();
        long start = tap * dilation;
        long behind = (convolution.weights().width() - 1 - tap) * dilation;
        long end = behind == 0 ? OPEN_END : -behind;
        return node("Slice", q + "c" + tap,
                List.of(q + "p", number("kk_s" + start, start), number("kk_e" + end, end), number("kk_ax", 1)), q + "c" + tap);
    }

    private NodeProto product(Convolution convolution, String q, String columns) {
        String name = convolution.name();
        Weights weights = convolution.weights();
        float[] bias = convolution.bias().orElseGet(() -> new float[weights.outputs()]);
        return Nodes.microsoft("MatMulIntegerToFloat", name + "_mm", List.of(columns,
                changes.constant(name + "_W8", () -> Tensors.signed(name + "_W8", rowsByTap(weights),
                        (long) weights.width() * weights.inputs(), weights.outputs())),
                name + "_qs",
                changes.constant(name + "_ws", () -> Tensors.of(name + "_ws", weights.steps())),
                name + "_qz",
                changes.constant(name + "_wz", () -> Tensors.signed(name + "_wz", new byte[weights.outputs()], weights.outputs())),
                changes.constant(name + "_B", () -> Tensors.of(name + "_B", bias))), q + "mm");
    }

    /** Row {@code tap * inputs + input}, column {@code output}. */
    private static byte[] rowsByTap(Weights weights) {
        byte[] values = weights.int8();
        int width = weights.width();
        int perOutput = weights.inputs() * width;
        byte[] rows = new byte[values.length];
        int to = 0;
        for (int tap = 0; tap < width; tap++) {
            for (int from = tap; from < perOutput; from += width) {
                for (int at = from; at < values.length; at += perOutput) {
                    rows[to++] = values[at];
                }
            }
        }
        return rows;
    }

    private String padding(Geometry geometry) {
        long before = geometry.pads().get(0);
        long after = geometry.pads().get(1);
        String name = "kk_pad%d_%d".formatted(before, after);
        return changes.constant(name, () -> Tensors.of(name, new long[] {0, before, 0, 0, after, 0}));
    }

    private String number(String name, long value) {
        return changes.constant(name, () -> Tensors.of(name, new long[] {value}));
    }
}
