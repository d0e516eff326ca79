package switchboard.tts.kokoro.rewrite;

import static switchboard.tts.kokoro.rewrite.Nodes.otherInput;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.Optional;

/**
 * A convolution as it was exported: its input quantised, convolved as integers, the bias divided by the scale and added,
 * the whole multiplied by the scale.
 *
 * @param last the multiplication, whose output is that of the whole
 */
record Convolution(String name, NodeProto last, String input, Weights weights, Optional<float[]> bias, Geometry geometry) {

    static Convolution of(SourceGraph source, Changes changes, NodeProto convolution) {
        NodeProto next = source.onlyConsumer(Nodes.output(convolution));
        Optional<NodeProto> division = Optional.empty();
        if (Nodes.is(next, "Add")) {
            division = Optional.of(division(source, otherInput(next, Nodes.output(convolution))));
            next = source.onlyConsumer(Nodes.output(next));
        }
        NodeProto last = source.onlyConsumer(Nodes.output(next), "Mul");
        String scale = division.map(node -> node.getInput(1)).orElse(otherInput(last, Nodes.output(next)));
        float[] scales = Tensors.floats(source.constantInput(source.producer(scale)).orElseThrow());
        String input = source.producer(convolution.getInput(0)).getInput(0);
        Weights weights = new Weights(source.constant(convolution.getInput(1)),
                Tensors.single(source.constant(convolution.getInput(3))), scales, changes.inputScale(input));
        return new Convolution(convolution.getName(), last, input, weights,
                division.map(node -> Tensors.floats(source.constant(node.getInput(0)))), Geometry.of(convolution, weights.width()));
    }

    String output() {
        return Nodes.output(last);
    }

    /** One of the 48 in the residual blocks of the vocoder, which take most of the time. */
    boolean isInGenerator() {
        return name.contains("generator/resblocks") || name.contains("noise_res");
    }

    /** One of the 10 of width 3 in the decoder, or of the 17 in the encoder that are large enough to gain by it. */
    boolean isMatrixProduct() {
        boolean decoder = (name.contains("/decoder/decode.") || name.contains("/decoder/encode")) && weights.width() == 3;
        boolean encoder = name.contains("/encoder/") && weights.outputs() >= 128;
        return (decoder || encoder) && geometry.group() == 1 && geometry.stride() == 1;
    }

    /** Whether a normalisation follows, which removes any constant: a bias would be in vain. */
    boolean isNormalisedNext() {
        return name.contains("convs1");
    }

    /** The quantised bias is {@code floor(bias / scale)}, cast and reshaped. */
    private static NodeProto division(SourceGraph source, String quantisedBias) {
        NodeProto node = source.producer(quantisedBias);
        while (!Nodes.is(node, "Div")) {
            node = source.producer(node.getInput(0));
        }
        return node;
    }
}
