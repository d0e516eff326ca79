package switchboard.tts.piper;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import switchboard.onnx.OnnxFile;
import switchboard.onnx.Subgraph;

/**
 * A piece of the published graph that runs by itself, so that an utterance can be heard before the whole of it is computed.
 *
 * <pre>
 *   input, input_lengths, scales -> FRONT -> latents -> DECODER -> output
 * </pre>
 *
 * The front needs the whole utterance and takes a quarter of the time. The decoder, a HiFi-GAN, is made of convolutions alone:
 * what it makes of a frame depends on a few frames on either side, and on nothing else.
 *
 * @see <a href="https://arxiv.org/abs/2106.06103">VITS</a>
 */
enum Part {
    FRONT(List.of("input", "input_lengths", "scales"), Part.LATENTS),
    DECODER(List.of(Part.LATENTS), "output");

    /** Changes whenever {@link #cut} comes to another result. */
    static final String VERSION = "1";

    /** What the flow hands to the decoder: 192 numbers for each frame. */
    static final String LATENTS = "/Mul_7_output_0";

    private final List<String> inputs;
    private final String output;

    Part(List<String> inputs, String output) {
        this.inputs = inputs;
        this.output = output;
    }

    /** In lower case, for the names of files. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Cuts this part from the graph.
     *
     * @param published en_US-joe-medium.onnx
     * @param target    is overwritten
     * @throws IOException           if a file cannot be read or written
     * @throws IllegalStateException if the graph is not built as expected
     */
    void cut(Path published, Path target) throws IOException {
        ModelProto model = OnnxFile.read(published);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            model.toBuilder().setGraph(cut(model.getGraph())).build().writeTo(out);
        }
    }

    private GraphProto cut(GraphProto whole) {
        List<NodeProto> nodes = Subgraph.between(whole.getNodeList(), inputs, List.of(output));
        Set<String> read = nodes.stream().flatMap(node -> node.getInputList().stream()).collect(Collectors.toSet());
        if (nodes.isEmpty() || !read.containsAll(inputs)) {
            throw new IllegalStateException("the graph does not make %s of %s".formatted(output, inputs));
        }
        return whole.toBuilder()
                .clearNode().addAllNode(nodes)
                .clearInitializer().addAllInitializer(whole.getInitializerList().stream().filter(constant -> read.contains(constant.getName())).toList())
                .clearInput().addAllInput(inputs.stream().map(name -> value(whole, name)).toList())
                .clearOutput().addOutput(value(whole, output))
                .clearValueInfo().build();
    }

    private static ValueInfoProto value(GraphProto whole, String name) {
        return Stream.concat(whole.getInputList().stream(), whole.getOutputList().stream())
                .filter(value -> value.getName().equals(name)).findFirst().orElseGet(() -> Subgraph.floats(name));
    }
}
