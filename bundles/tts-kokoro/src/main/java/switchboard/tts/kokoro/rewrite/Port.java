package switchboard.tts.kokoro.rewrite;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.List;

/** A tensor that goes into a part of the graph or comes out of it. T is the length in frames of 25 ms, T2 in half frames. */
enum Port {
    TOKENS("tokens", "tokens", DataType.INT64_VALUE, 1, "n"),
    STYLE("style", "style", DataType.FLOAT_VALUE, 1, 256),
    SPEED("speed", "speed", DataType.FLOAT_VALUE, 1),
    /** What is said, frame by frame. */
    ASR("/encoder/MatMul_1_output_0", "asr", DataType.FLOAT_VALUE, 1, 512, "T"),
    /** Pitch in hertz. */
    F0("/encoder/Reshape_output_0", "f0", DataType.FLOAT_VALUE, 1, "T2"),
    /** Loudness of what is not pitch. */
    N("/encoder/Reshape_1_output_0", "n", DataType.FLOAT_VALUE, 1, "T2"),
    /** Frames per token. */
    DUR("/encoder/Gather_output_0", "dur", DataType.INT64_VALUE, "n"),
    X("/decoder/decoder/decode.3/Div_4_output_0", "x", DataType.FLOAT_VALUE, 1, 512, "T2"),
    /** Of nine harmonics, in radians. */
    PHASE("/decoder/decoder/generator/m_source/l_sin_gen/Mul_4_output_0", "phase", DataType.FLOAT_VALUE, 1, 9, "T2"),
    MEAN("mean", "mean", DataType.FLOAT_VALUE, "c"),
    VAR("var", "var", DataType.FLOAT_VALUE, "c"),
    /** Whether the normalisations use the statistics of what they are given, instead of mean and var. */
    OWN("own", "own", DataType.BOOL_VALUE, 1),
    AUDIO("audio", "audio", DataType.FLOAT_VALUE, "samples");

    private final String published;
    private final String ours;
    private final int type;
    private final List<Object> shape;

    Port(String published, String ours, int type, Object... shape) {
        this.published = published;
        this.ours = ours;
        this.type = type;
        this.shape = List.of(shape);
    }

    /** Its name in the published graph. */
    String published() {
        return published;
    }

    /** Its name in the parts. */
    String ours() {
        return ours;
    }

    /** Made when it is asked for: a start that rewrites nothing does without messages of ONNX. */
    ValueInfoProto value() {
        TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
        for (Object size : shape) {
            if (size instanceof String symbol) {
                dimensions.addDimBuilder().setDimParam(symbol);
            } else {
                dimensions.addDimBuilder().setDimValue((Integer) size);
            }
        }
        return ValueInfoProto.newBuilder().setName(ours).setType(TypeProto.newBuilder().setTensorType(
                TypeProto.Tensor.newBuilder().setElemType(type).setShape(dimensions))).build();
    }
}
