package switchboard.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Cuts a piece out of a graph. No instances; thread-safe. */
public final class Subgraph {

    /** What stands for an optional input or output that a node does without. */
    private static final String LEFT_OUT = "";

    private Subgraph() {
    }

    /**
     * The nodes that are needed to make some tensors of others, in the order in which they were.
     *
     * @param nodes   of the whole graph, each tensor made by one of them at most
     * @param inputs  names of the tensors that will be given: what makes them in the whole graph is not needed for their sake
     * @param outputs names of the tensors that are wanted
     */
    public static List<NodeProto> between(List<NodeProto> nodes, Collection<String> inputs, Collection<String> outputs) {
        Map<String, NodeProto> producers = new HashMap<>();
        nodes.forEach(node -> node.getOutputList().forEach(made -> producers.put(made, node)));
        inputs.forEach(producers::remove);
        producers.remove(LEFT_OUT);
        Set<NodeProto> needed = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<String> wanted = new ArrayDeque<>(outputs);
        while (!wanted.isEmpty()) {
            NodeProto producer = producers.get(wanted.pop());
            if (producer != null && needed.add(producer)) {
                wanted.addAll(producer.getInputList());
            }
        }
        return nodes.stream().filter(needed::contains).toList();
    }

    /** How a tensor of floats is declared where a graph was cut: its shape is not told. */
    public static ValueInfoProto floats(String name) {
        return ValueInfoProto.newBuilder().setName(name).setType(TypeProto.newBuilder().setTensorType(
                TypeProto.Tensor.newBuilder().setElemType(DataType.FLOAT.getNumber()))).build();
    }
}
