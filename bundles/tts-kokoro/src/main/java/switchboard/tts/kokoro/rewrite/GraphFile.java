package switchboard.tts.kokoro.rewrite;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Writes nodes and the constants that they use, of those that were published and those that are new. */
final class GraphFile {

    private final SourceGraph source;
    private final Changes changes;

    GraphFile(SourceGraph source, Changes changes) {
        this.source = source;
        this.changes = changes;
    }

    /** Messages written one after the other are read as one: so each tensor can be forgotten once it is written. */
    void write(Part part, List<NodeProto> nodes, Path target) throws IOException {
        Set<String> used = new HashSet<>();
        nodes.forEach(node -> used.addAll(node.getInputList()));
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            header(part, nodes).writeTo(out);
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
    }

    private static ModelProto header(Part part, List<NodeProto> nodes) {
        return ModelProto.newBuilder()
                .setIrVersion(9)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(20))
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("com.microsoft").setVersion(1))
                .setGraph(GraphProto.newBuilder().setName("kokoro").addAllNode(nodes)
                        .addAllInput(part.inputs().stream().map(Port::value).toList())
                        .addAllOutput(part.outputs().stream().map(Port::value).toList()))
                .build();
    }

    private static ModelProto part(TensorProto constant) {
        return ModelProto.newBuilder().setGraph(GraphProto.newBuilder().addInitializer(constant)).build();
    }
}
