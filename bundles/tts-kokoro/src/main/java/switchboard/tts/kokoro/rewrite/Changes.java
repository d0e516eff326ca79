package switchboard.tts.kokoro.rewrite;

import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What becomes of a graph. New constants are computed when they are written, so that never two are in memory. */
final class Changes {

    private final Map<NodeProto, List<NodeProto>> replacements = new IdentityHashMap<>();
    private final Map<String, Supplier<TensorProto>> constants = new LinkedHashMap<>();
    private final Map<String, float[]> inputScales = new HashMap<>();

    void replace(NodeProto node, List<NodeProto> by) {
        replacements.put(node, by);
    }

    /** The nodes in the place of this one, or itself. */
    List<NodeProto> replacement(NodeProto node) {
        return replacements.getOrDefault(node, List.of(node));
    }

    /** @return the name, for the inputs of a node */
    String constant(String name, Supplier<TensorProto> constant) {
        constants.put(name, constant);
        return name;
    }

    /** In the order in which they were first named. */
    Map<String, Supplier<TensorProto>> constants() {
        return constants;
    }

    /** From now on each channel of the tensor wants to be multiplied; the convolution that reads it does so in its weights. */
    void scaleInput(String tensor, float[] factors) {
        inputScales.put(tensor, factors);
    }

    Optional<float[]> inputScale(String tensor) {
        return Optional.ofNullable(inputScales.get(tensor));
    }
}
