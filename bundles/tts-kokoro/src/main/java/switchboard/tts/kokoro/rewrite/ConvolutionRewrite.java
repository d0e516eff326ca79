package switchboard.tts.kokoro.rewrite;

import static switchboard.tts.kokoro.rewrite.Nodes.node;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives each of the 87 integer convolutions, which ONNX Runtime computes slowly, the form that is fastest for it: the
 * vocoder's stay in int8 from end to end, the larger of the others become matrix products, the rest is computed in floats.
 */
final class ConvolutionRewrite {

    private final SourceGraph source;
    private final Changes changes;
    private final QuantisedConvolution quantised;
    private final MatrixConvolution matrix;

    ConvolutionRewrite(SourceGraph source, Calibration calibration, Changes changes) {
        this.source = source;
        this.changes = changes;
        this.quantised = new QuantisedConvolution(calibration, changes);
        this.matrix = new MatrixConvolution(changes);
    }

    void apply() {
        for (NodeProto node : source.nodes("ConvInteger")) {
            Convolution convolution = Convolution.of(source, changes, node);
            changes.replace(convolution.last(), replacement(convolution));
        }
    }

    private List<NodeProto> replacement(Convolution convolution) {
        if (convolution.isInGenerator()) {
            return quantised.nodes(convolution);
        }
        return convolution.isMatrixProduct() ? matrix.nodes(convolution) : floats(convolution);
    }

    private List<NodeProto> floats(Convolution convolution) {
        Weights weights = convolution.weights();
        String name = convolution.name();
        List<String> inputs = new ArrayList<>(List.of(convolution.input(), changes.constant(name + "_W",
                () -> Tensors.of(name + "_W", weights.floats(), weights.outputs(), weights.inputs(), weights.width()))));
        convolution.bias().ifPresent(bias -> inputs.add(changes.constant(name + "_B", () -> Tensors.of(name + "_B", bias))));
        return List.of(node("Conv", name + "_f", inputs, convolution.output(), convolution.geometry().attributes()));
    }
}
