package switchboard.tts.kokoro.rewrite;

import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import switchboard.onnx.OnnxFile;
import switchboard.onnx.Subgraph;

/**
 * Makes the fast graph from the published one, in three parts. Takes seconds and little heap: the source is mapped into
 * memory, and the target is written tensor by tensor.
 */
public final class GraphRewrite {

    /** Changes whenever the rewrite comes to another result. */
    public static final String VERSION = "2";

    private final SourceGraph source;
    private final Changes changes = new Changes();

    private GraphRewrite(SourceGraph source) {
        this.source = source;
    }

    /**
     * Rewrites a part of the graph.
     *
     * @param published kokoro-v1.0.int8.onnx
     * @param target    is overwritten
     * @throws IOException           if a file cannot be read or written
     * @throws IllegalStateException if the graph is not built as expected
     */
    public static void rewrite(Path published, Part part, Path target, Calibration calibration) throws IOException {
        GraphRewrite rewrite = new GraphRewrite(new SourceGraph(OnnxFile.read(published).getGraph()));
        Map<String, AdaIn> normalisations = AdaInRewrite.find(rewrite.source);
        AdaInRewrite.apply(normalisations, rewrite.changes);
        new SnakeFolding(rewrite.source, normalisations, rewrite.changes).apply();
        new ConvolutionRewrite(rewrite.source, calibration, rewrite.changes).apply();
        List<NodeProto> nodes = part.cutFrom(rewrite.nodes());
        if (part == Part.GENERATOR) {
            nodes = new StatisticsChoice(rewrite.changes).nodes(nodes);
        }
        new GraphFile(rewrite.source, rewrite.changes).write(part, nodes, target);
    }

    private List<NodeProto> nodes() {
        List<NodeProto> replaced = source.nodes().stream().flatMap(node -> changes.replacement(node).stream()).toList();
        Set<String> known = new HashSet<>(changes.constants().keySet());
        source.graph().getInitializerList().forEach(constant -> known.add(constant.getName()));
        known.addAll(names(source.graph().getInputList()));
        return NodeOrder.sorted(Subgraph.between(replaced, Set.of(), names(source.graph().getOutputList())), known);
    }

    private static Set<String> names(List<ValueInfoProto> values) {
        return values.stream().map(ValueInfoProto::getName).collect(Collectors.toSet());
    }
}
