package switchboard.tts.kokoro.rewrite;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The published graph, and who makes and uses each of its tensors. */
final class SourceGraph {

    private final GraphProto graph;
    private final Map<String, TensorProto> constants = new HashMap<>();
    private final Map<String, NodeProto> producers = new HashMap<>();
    private final Map<String, List<NodeProto>> consumers = new HashMap<>();

    SourceGraph(GraphProto graph) {
        this.graph = graph;
        graph.getInitializerList().forEach(tensor -> constants.put(tensor.getName(), tensor));
        for (NodeProto node : graph.getNodeList()) {
            node.getOutputList().forEach(output -> producers.put(output, node));
            node.getInputList().forEach(input -> consumers.computeIfAbsent(input, unseen -> new ArrayList<>()).add(node));
        }
    }

    GraphProto graph() {
        return graph;
    }

    List<NodeProto> nodes() {
        return graph.getNodeList();
    }

    List<NodeProto> nodes(String operator) {
        return nodes().stream().filter(node -> Nodes.is(node, operator)).toList();
    }

    boolean isConstant(String tensor) {
        return constants.containsKey(tensor);
    }

    TensorProto constant(String tensor) {
        return required(constants.get(tensor), "constant " + tensor);
    }

    /** The first input of a node that is a constant. */
    Optional<TensorProto> constantInput(NodeProto node) {
        return node.getInputList().stream().filter(this::isConstant).findFirst().map(this::constant);
    }

    NodeProto producer(String tensor) {
        return required(producers.get(tensor), "producer of " + tensor);
    }

    /** The producer, if it is such an operation. */
    Optional<NodeProto> producer(String tensor, String operator) {
        return Optional.ofNullable(producers.get(tensor)).filter(node -> Nodes.is(node, operator));
    }

    List<NodeProto> consumers(String tensor) {
        return consumers.getOrDefault(tensor, List.of());
    }

    NodeProto onlyConsumer(String tensor) {
        List<NodeProto> all = consumers(tensor);
        if (all.size() != 1) {
            throw new IllegalStateException("expected one consumer of %s, got %d".formatted(tensor, all.size()));
        }
        return all.get(0);
    }

    NodeProto onlyConsumer(String tensor, String operator) {
        NodeProto consumer = onlyConsumer(tensor);
        if (!Nodes.is(consumer, operator)) {
            throw new IllegalStateException("expected %s after %s, got %s".formatted(operator, tensor, consumer.getOpType()));
        }
        return consumer;
    }

    private static <T> T required(@Nullable T found, String what) {
        if (found == null) {
            throw new IllegalStateException("the graph has no " + what);
        }
        return found;
    }
}
