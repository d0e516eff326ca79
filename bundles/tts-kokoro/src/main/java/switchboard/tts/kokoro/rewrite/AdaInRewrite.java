package switchboard.tts.kokoro.rewrite;

import static switchboard.tts.kokoro.rewrite.Nodes.output;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.LinkedHashMap;
import java.util.Map;

/** Finds the 68 normalisations that were exported as ten operations each, and makes one of each. */
final class AdaInRewrite {

    private AdaInRewrite() {
    }

    /** By the tensor that comes out. */
    static Map<String, AdaIn> find(SourceGraph source) {
        Map<String, AdaIn> found = new LinkedHashMap<>();
        for (NodeProto division : source.nodes("Div")) {
            for (NodeProto scaling : source.consumers(output(division))) {
                AdaIn.of(source, division, scaling).ifPresent(adaIn -> found.put(output(adaIn.last()), adaIn));
            }
        }
        return found;
    }

    static void apply(Map<String, AdaIn> found, Changes changes) {
        changes.constant(AdaIn.FLAT, () -> Tensors.of(AdaIn.FLAT, -1L));
        found.values().forEach(adaIn -> changes.replace(adaIn.last(), adaIn.normalisation()));
    }
}
