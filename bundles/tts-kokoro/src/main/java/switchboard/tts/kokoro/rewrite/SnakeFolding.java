package switchboard.tts.kokoro.rewrite;

import static switchboard.tts.kokoro.rewrite.Nodes.node;
import static switchboard.tts.kokoro.rewrite.Nodes.output;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes two multiplications out of each of the 48 snake activations {@code y + 1/a sin(a y)^2}, which equal
 * {@code 1/a (s + sin(s)^2)} with {@code s = a y}: the normalisation in front gives s, and the weights of the convolution
 * behind take 1/a. A square by multiplication is cheaper than a power, too.
 */
final class SnakeFolding {

    private final SourceGraph source;
    private final Map<String, AdaIn> normalisations;
    private final Changes changes;

    SnakeFolding(SourceGraph source, Map<String, AdaIn> normalisations, Changes changes) {
        this.source = source;
        this.normalisations = normalisations;
        this.changes = changes;
    }

    void apply() {
        for (NodeProto sine : source.nodes("Sin")) {
            source.producer(sine.getInput(0), "Mul").ifPresent(product -> fold(sine, product));
        }
    }

    private void fold(NodeProto sine, NodeProto product) {
        Optional<String> alpha = product.getInputList().stream().filter(source::isConstant).findFirst();
        Optional<AdaIn> normalisation = alpha.map(name -> normalisations.get(Nodes.otherInput(product, name)));
        if (normalisation.isPresent()) {
            NodeProto square = source.onlyConsumer(output(sine), "Pow");
            NodeProto divided = source.onlyConsumer(output(square), "Mul");
            NodeProto sum = source.onlyConsumer(output(divided), "Add");
            changes.scaleInput(output(sum), Tensors.floats(source.constantInput(divided).orElseThrow()));
            changes.replace(normalisation.get().last(), List.of());
            changes.replace(sum, snake(normalisation.get(), alpha.get(), sum));
        }
    }

    private List<NodeProto> snake(AdaIn normalisation, String alpha, NodeProto sum) {
        String y = output(normalisation.last());
        String s = y + "_al";
        String z = output(sum);
        String factors = changes.constant(normalisation.last().getName() + "_alpha",
                () -> Tensors.of(normalisation.last().getName() + "_alpha", Tensors.floats(source.constant(alpha))));
        List<NodeProto> nodes = new ArrayList<>(normalisation.normalisation(factors, s));
        nodes.add(node("Sin", sum.getName() + "_sin", List.of(s), z + "_s"));
        nodes.add(node("Mul", sum.getName() + "_sq", List.of(z + "_s", z + "_s"), z + "_s2"));
        nodes.add(node("Add", sum.getName() + "_snake", List.of(s, z + "_s2"), z));
        return nodes;
    }
}
