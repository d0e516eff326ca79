package switchboard.tts.kokoro.rewrite;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Brings nodes into the order that ONNX wants: each behind those it reads from. */
final class NodeOrder {

    private NodeOrder() {
    }

    /**
     * @param known tensors that no node makes
     * @throws IllegalStateException if a node reads what nobody makes
     */
    static List<NodeProto> sorted(List<NodeProto> nodes, Set<String> known) {
        Set<String> available = new HashSet<>(known);
        // The name of an optional input that is left out.
        available.add("");
        List<NodeProto> sorted = new ArrayList<>(nodes.size());
        List<NodeProto> rest = nodes;
        while (!rest.isEmpty()) {
            List<NodeProto> later = new ArrayList<>();
            for (NodeProto node : rest) {
                if (available.containsAll(node.getInputList())) {
                    sorted.add(node);
                    available.addAll(node.getOutputList());
                } else {
                    later.add(node);
                }
            }
            if (later.size() == rest.size()) {
                throw new IllegalStateException("nothing makes the inputs of " + later.get(0).getName());
            }
            rest = later;
        }
        return sorted;
    }
}
