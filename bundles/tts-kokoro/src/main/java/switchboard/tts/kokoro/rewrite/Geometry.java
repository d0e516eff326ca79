package switchboard.tts.kokoro.rewrite;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.List;

/** How a convolution over time is laid out. */
record Geometry(long dilation, long group, long width, List<Long> pads, long stride) {

    static Geometry of(NodeProto convolution, long width) {
        List<Long> pads = Nodes.find(convolution, "pads").map(AttributeProto::getIntsList).orElse(List.of(0L, 0L));
        long group = Nodes.find(convolution, "group").map(AttributeProto::getI).orElse(1L);
        return new Geometry(first(convolution, "dilations"), group, width, pads, first(convolution, "strides"));
    }

    AttributeProto[] attributes() {
        return new AttributeProto[] {
            Nodes.attributes("dilations", List.of(dilation)),
            Nodes.attribute("group", group),
            Nodes.attributes("kernel_shape", List.of(width)),
            Nodes.attributes("pads", pads),
            Nodes.attributes("strides", List.of(stride))
        };
    }

    private static long first(NodeProto convolution, String attribute) {
        return Nodes.find(convolution, attribute).map(found -> found.getInts(0)).orElse(1L);
    }
}
