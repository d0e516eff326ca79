package switchboard.tts.kokoro.rewrite;

import static switchboard.tts.kokoro.rewrite.Nodes.node;
import static switchboard.tts.kokoro.rewrite.Nodes.output;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import switchboard.onnx.Subgraph;

/**
 * Lets each of the vocoder's 48 normalisations either measure mean and variance itself, which is right for a whole
 * utterance, or be told, which is right for a window of one: by itself a window would come out at another level and timbre.
 *
 * <p>The choice is an input, so that one graph in memory serves both; it costs no measurable time.
 */
final class StatisticsChoice {

    private static final String SIZES = "channels";

    private final Changes changes;

    StatisticsChoice(Changes changes) {
        this.changes = changes;
    }

    List<NodeProto> nodes(List<NodeProto> generator) {
        Map<String, NodeProto> producers = new HashMap<>();
        generator.forEach(node -> producers.put(output(node), node));
        List<Long> sizes = new ArrayList<>();
        List<NodeProto> nodes = new ArrayList<>();
        for (NodeProto node : generator) {
            if (Nodes.is(node, "InstanceNormalization")) {
                nodes.add(choice(node, sizes.size()));
                sizes.add(channels(producers.get(node.getInput(1))));
            } else {
                nodes.add(node);
            }
        }
        changes.constant(SIZES, () -> Tensors.of(SIZES, sizes.stream().mapToLong(Long::longValue).toArray()));
        nodes.add(0, split(Port.MEAN, sizes.size()));
        nodes.add(1, split(Port.VAR, sizes.size()));
        return nodes;
    }

    /** The scale is multiplied by a constant with as many numbers as there are channels. */
    private long channels(NodeProto scale) {
        return Tensors.size(changes.constants().get(scale.getInput(1)).get());
    }

    private static NodeProto split(Port statistics, int count) {
        List<String> outputs = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            outputs.add(statistics.ours() + k);
        }
        return node("Split", "", List.of(statistics.ours(), SIZES), outputs, Nodes.attribute("axis", 0L));
    }

    private static NodeProto choice(NodeProto normalisation, int k) {
        List<String> told = new ArrayList<>(normalisation.getInputList());
        told.add(Port.MEAN.ours() + k);
        told.add(Port.VAR.ours() + k);
        return node("If", normalisation.getName(), List.of(Port.OWN.ours()), output(normalisation),
                branch("then_branch", normalisation, normalisation.getInputList()),
                branch("else_branch", normalisation.toBuilder().setOpType("BatchNormalization").build(), told));
    }

    private static AttributeProto branch(String name, NodeProto normalisation, List<String> inputs) {
        String result = output(normalisation) + "_" + name;
        NodeProto only = normalisation.toBuilder().setName(normalisation.getName() + "_" + name)
                .clearInput().addAllInput(inputs).setOutput(0, result).build();
        return AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.GRAPH)
                .setG(GraphProto.newBuilder().setName(result).addNode(only).addOutput(Subgraph.floats(result))).build();
    }
}
