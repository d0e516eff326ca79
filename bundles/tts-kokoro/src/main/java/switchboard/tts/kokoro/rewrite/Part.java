package switchboard.tts.kokoro.rewrite;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import switchboard.onnx.Subgraph;

/**
 * A piece of the graph that runs by itself, so that an utterance can be heard before the whole of it is computed.
 *
 * <pre>
 *   tokens, style, speed -> FRONT -> asr, f0, n, dur
 *          asr, f0, n, style -> TRUNK -> x
 *     x, f0, phase, style, statistics -> GENERATOR -> audio
 * </pre>
 *
 * The front needs the whole utterance and takes little time, the trunk can be cut into long blocks, the generator, which
 * takes most of the time, into short windows. The phase is the running sum of f0 and made by the caller.
 */
public enum Part {
    FRONT(List.of(Port.TOKENS, Port.STYLE, Port.SPEED), List.of(Port.ASR, Port.F0, Port.N, Port.DUR)),
    TRUNK(List.of(Port.ASR, Port.F0, Port.N, Port.STYLE), List.of(Port.X)),
    GENERATOR(List.of(Port.X, Port.F0, Port.PHASE, Port.STYLE, Port.MEAN, Port.VAR, Port.OWN), List.of(Port.AUDIO));

    private static final Map<String, String> NAMES = new HashMap<>();

    static {
        for (Port port : Port.values()) {
            NAMES.put(port.published(), port.ours());
        }
    }

    private final List<Port> inputs;
    private final List<Port> outputs;

    Part(List<Port> inputs, List<Port> outputs) {
        this.inputs = inputs;
        this.outputs = outputs;
    }

    /** In lower case, for the names of files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<Port> inputs() {
        return inputs;
    }

    List<Port> outputs() {
        return outputs;
    }

    /** The nodes that lead from the inputs to the outputs, in the same order, with our names for the tensors at both ends. */
    List<NodeProto> cutFrom(List<NodeProto> graph) {
        return Subgraph.between(graph, published(inputs), published(outputs)).stream().map(Part::renamed).toList();
    }

    private static List<String> published(List<Port> ports) {
        return ports.stream().map(Port::published).toList();
    }

    private static NodeProto renamed(NodeProto node) {
        return node.toBuilder()
                .clearInput().addAllInput(node.getInputList().stream().map(Part::ours).toList())
                .clearOutput().addAllOutput(node.getOutputList().stream().map(Part::ours).toList()).build();
    }

    private static String ours(String tensor) {
        return NAMES.getOrDefault(tensor, tensor);
    }
}
