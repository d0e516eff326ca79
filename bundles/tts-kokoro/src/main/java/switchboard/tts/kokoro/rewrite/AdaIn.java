package switchboard.tts.kokoro.rewrite;

import static switchboard.tts.kokoro.rewrite.Nodes.node;
import static switchboard.tts.kokoro.rewrite.Nodes.otherInput;
import static switchboard.tts.kokoro.rewrite.Nodes.output;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.List;
import java.util.Optional;

/**
 * An adaptive instance normalisation, spelt out: {@code (x - mean(x)) / sqrt(variance(x) + epsilon) * gamma + beta} over
 * time. Gamma and beta come from the style, at run time.
 *
 * @param last the addition of beta, whose output is that of the whole
 */
record AdaIn(NodeProto last, String x, String gamma, String beta, float epsilon) {

    /** What the new nodes of a graph need to make one dimension of gamma and beta. */
    static final String FLAT = "kk_flat";

    /**
     * The normalisation that divides here and is scaled there, if it is one. One division may serve several of them,
     * because the exporter merged what was equal.
     */
    static Optional<AdaIn> of(SourceGraph source, NodeProto division, NodeProto scaling) {
        Optional<NodeProto> deviation = source.producer(division.getInput(0), "Sub");
        Optional<NodeProto> variance = source.producer(division.getInput(1), "Sqrt")
                .flatMap(root -> source.producer(root.getInput(0), "Add"));
        boolean normalised = deviation.isPresent() && variance.isPresent()
                && source.producer(deviation.get().getInput(1), "ReduceMean").filter(mean -> isOverTime(source, mean)).isPresent();
        if (!normalised || !Nodes.is(scaling, "Mul")) {
            return Optional.empty();
        }
        NodeProto shift = source.onlyConsumer(output(scaling));
        return Nodes.is(shift, "Add")
                ? Optional.of(new AdaIn(shift, deviation.get().getInput(0), otherInput(scaling, output(division)),
                        otherInput(shift, output(scaling)), Tensors.single(source.constantInput(variance.get()).orElseThrow())))
                : Optional.empty();
    }

    /** One instance normalisation in place of it. */
    List<NodeProto> normalisation() {
        return List.of(
                node("Reshape", scale(), List.of(gamma, FLAT), scale()),
                node("Reshape", bias(), List.of(beta, FLAT), bias()),
                normalisation(output(last)));
    }

    /** As {@link #normalisation}, with an output that is multiplied by a constant per channel. */
    List<NodeProto> normalisation(String factors, String output) {
        return List.of(
                node("Reshape", scale() + "0", List.of(gamma, FLAT), scale() + "0"),
                node("Reshape", bias() + "0", List.of(beta, FLAT), bias() + "0"),
                node("Mul", scale(), List.of(scale() + "0", factors), scale()),
                node("Mul", bias(), List.of(bias() + "0", factors), bias()),
                normalisation(output));
    }

    private NodeProto normalisation(String output) {
        return node("InstanceNormalization", last.getName() + "_IN", List.of(x, scale(), bias()), output,
                Nodes.attribute("epsilon", epsilon));
    }

    private String scale() {
        return last.getName() + "_sc";
    }

    private String bias() {
        return last.getName() + "_bi";
    }

    private static boolean isOverTime(SourceGraph source, NodeProto mean) {
        float[] axes = Tensors.floats(source.constant(mean.getInput(1)));
        return axes.length == 1 && axes[0] == 2;
    }
}
