package switchboard.tts.kokoro.rewrite;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Operations of a graph, made and read. */
final class Nodes {

    private Nodes() {
    }

    static NodeProto node(String operator, String name, List<String> inputs, List<String> outputs, AttributeProto... attributes) {
        return NodeProto.newBuilder().setOpType(operator).setName(name).addAllInput(inputs).addAllOutput(outputs)
                .addAllAttribute(Arrays.asList(attributes)).build();
    }

    static NodeProto node(String operator, String name, List<String> inputs, String output, AttributeProto... attributes) {
        return node(operator, name, inputs, List.of(output), attributes);
    }

    /** An operation that only ONNX Runtime has. */
    static NodeProto microsoft(String operator, String name, List<String> inputs, String output) {
        return node(operator, name, inputs, output).toBuilder().setDomain("com.microsoft").build();
    }

    static AttributeProto attribute(String name, float value) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.FLOAT).setF(value).build();
    }

    static AttributeProto attribute(String name, long value) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INT).setI(value).build();
    }

    static AttributeProto attributes(String name, List<Long> values) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS).addAllInts(values).build();
    }

    static Optional<AttributeProto> find(NodeProto node, String attribute) {
        return node.getAttributeList().stream().filter(candidate -> candidate.getName().equals(attribute)).findFirst();
    }

    static boolean is(NodeProto node, String operator) {
        return node.getOpType().equals(operator);
    }

    static String output(NodeProto node) {
        return node.getOutput(0);
    }

    /** The input of a node with two of them that is not the given one. */
    static String otherInput(NodeProto node, String input) {
        return node.getInput(node.getInput(0).equals(input) ? 1 : 0);
    }
}
