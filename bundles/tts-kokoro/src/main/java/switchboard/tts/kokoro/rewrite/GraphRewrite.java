package switchboard.tts.kokoro.rewrite;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.UnsafeByteOperations;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Makes the fast graph from the published one. Takes seconds and little heap: the source is mapped into memory, and the
 * target is written tensor by tensor.
 */
public final class GraphRewrite {

    /** Changes whenever the rewrite comes to another result. */
    public static final String VERSION = "1";

    private final SourceGraph source;
    private final Changes changes = new Changes();

    private GraphRewrite(SourceGraph source) {
        this.source = source;
    }

    /**
     * Rewrites a graph.
     *
     * @param published kokoro-v1.0.int8.onnx
     * @param target    is overwritten
     * @throws IOException           if a file cannot be read or written
     * @throws IllegalStateException if the graph is not built as expected
     */
    public static void rewrite(Path published, Path target, Calibration calibration) throws IOException {
        GraphRewrite rewrite = new GraphRewrite(new SourceGraph(read(published).getGraph()));
        Map<String, AdaIn> normalisations = AdaInRewrite.find(rewrite.source);
        AdaInRewrite.apply(normalisations, rewrite.changes);
        new SnakeFolding(rewrite.source, normalisations, rewrite.changes).apply();
        new ConvolutionRewrite(rewrite.source, calibration, rewrite.changes).apply();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            rewrite.write(out);
        }
    }

    /** The tensors stay views of the mapped file. */
    private static ModelProto read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            CodedInputStream in = UnsafeByteOperations
                    .unsafeWrap(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size())).newCodedInput();
            in.enableAliasing(true);
            return ModelProto.parseFrom(in);
        }
    }

    /** Messages written one after the other are read as one: so each tensor can be forgotten once it is written. */
    private void write(OutputStream out) throws IOException {
        List<NodeProto> nodes = nodes();
        Set<String> used = new HashSet<>();
        nodes.forEach(node -> used.addAll(node.getInputList()));
        header(nodes).writeTo(out);
        for (TensorProto constant : source.graph().getInitializerList()) {
            if (used.contains(constant.getName()) && !changes.constants().containsKey(constant.getName())) {
                part(constant).writeTo(out);
            }
        }
        for (Map.Entry<String, Supplier<TensorProto>> constant : changes.constants().entrySet()) {
            if (used.contains(constant.getKey())) {
                part(constant.getValue().get()).writeTo(out);
            }
        }
    }

    private List<NodeProto> nodes() {
        List<NodeProto> replaced = source.nodes().stream().flatMap(node -> changes.replacement(node).stream()).toList();
        Set<String> known = new HashSet<>(changes.constants().keySet());
        source.graph().getInitializerList().forEach(constant -> known.add(constant.getName()));
        known.addAll(names(source.graph().getInputList()));
        return NodeOrder.sorted(NodeOrder.withoutUnused(replaced, names(source.graph().getOutputList())), known);
    }

    private ModelProto header(List<NodeProto> nodes) {
        return ModelProto.newBuilder()
                .setIrVersion(9)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(20))
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("com.microsoft").setVersion(1))
                .setGraph(GraphProto.newBuilder().setName("kokoro").addAllNode(nodes)
                        .addAllInput(source.graph().getInputList()).addAllOutput(source.graph().getOutputList()))
                .build();
    }

    private static ModelProto part(TensorProto constant) {
        return ModelProto.newBuilder().setGraph(GraphProto.newBuilder().addInitializer(constant)).build();
    }

    private static Set<String> names(List<ValueInfoProto> values) {
        return values.stream().map(ValueInfoProto::getName).collect(Collectors.toSet());
    }
}
