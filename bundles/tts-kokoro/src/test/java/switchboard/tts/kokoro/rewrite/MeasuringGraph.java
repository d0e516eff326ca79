package switchboard.tts.kokoro.rewrite;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import switchboard.onnx.Subgraph;

/** The generator with the statistics of its own, which it tells: outputs mean0, square0, mean1 ... and the audio. */
public final class MeasuringGraph {

    private static final String TIME = "kk_time";

    private MeasuringGraph() {
    }

    /** @param generator as {@link GraphRewrite} has written it */
    public static void write(Path generator, Path target) throws IOException {
        ModelProto model;
        try (InputStream in = Files.newInputStream(generator)) {
            model = ModelProto.parseFrom(in);
        }
        GraphProto.Builder graph = model.getGraph().toBuilder().clearNode().clearInput().addInitializer(Tensors.of(TIME, 2L));
        model.getGraph().getInputList().stream()
                .filter(input -> !List.of("mean", "var", "own").contains(input.getName())).forEach(graph::addInput);
        int normalisations = 0;
        for (NodeProto node : model.getGraph().getNodeList()) {
            if (Nodes.is(node, "If")) {
                NodeProto own = Nodes.find(node, "then_branch").orElseThrow().getG().getNode(0).toBuilder()
                        .setOutput(0, node.getOutput(0)).build();
                measure(graph, own, normalisations++);
            } else if (!List.of("mean", "var").contains(node.getInput(0))) {
                graph.addNode(node);
            }
        }
        try (OutputStream out = Files.newOutputStream(target)) {
            model.toBuilder().setGraph(graph).build().writeTo(out);
        }
    }

    private static void measure(GraphProto.Builder graph, NodeProto own, int k) {
        String x = own.getInput(0);
        graph.addNode(own)
                .addNode(Nodes.node("ReduceMean", "", List.of(x, TIME), "mean" + k, Nodes.attribute("keepdims", 0L)))
                .addNode(Nodes.node("Mul", "", List.of(x, x), "squares" + k))
                .addNode(Nodes.node("ReduceMean", "", List.of("squares" + k, TIME), "square" + k, Nodes.attribute("keepdims", 0L)))
                .addOutput(Subgraph.floats("mean" + k)).addOutput(Subgraph.floats("square" + k));
    }
}
