package switchboard.tts.kokoro.rewrite;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;

/** A tensor that goes into a part of the graph or comes out of it. T is the length in frames of 25 ms, T2 in half frames. */
enum Port {
    TOKENS("tokens", "tokens", DataType.INT64, 1, "n"),
    STYLE("style", "style", DataType.FLOAT, 1, 256),
    SPEED("speed", "speed", DataType.FLOAT, 1),
    /** What is said, frame by frame. */
    ASR("/encoder/MatMul_1_output_0", "asr", DataType.FLOAT, 1, 512, "T"),
    /** Pitch in hertz. */
    F0("/encoder/Reshape_output_0", "f0", DataType.FLOAT, 1, "T2"),
    /** Loudness of what is not pitch. */
    N("/encoder/Reshape_1_output_0", "n", DataType.FLOAT, 1, "T2"),
    /** Frames per token. */
    DUR("/encoder/Gather_output_0", "dur", DataType.INT64, "n"),
    X("/decoder/decoder/decode.3/Div_4_output_0", "x", DataType.FLOAT, 1, 512, "T2"),
    /** Of nine harmonics, in radians. */
    PHASE("/decoder/decoder/generator/m_source/l_sin_gen/Mul_4_output_0", "phase", DataType.FLOAT, 1, 9, "T2"),
    MEAN("mean", "mean", DataType.FLOAT, "c"),
    VAR("var", "var", DataType.FLOAT, "c"),
    /** Whether the normalisations use the statistics of what they are given, instead of mean and var. */
    OWN("own", "own", DataType.BOOL, 1),
    AUDIO("audio", "audio", DataType.FLOAT, "samples");

    private final String published;
    private final String ours;
    private final ValueInfoProto value;

    Port(String published, String ours, DataType type, Object... shape) {
        this.published = published;
        this.ours = ours;
        this.value = value(ours, type, shape);
    }

    /** Its name in the published graph. */
    String published() {
        return published;
    }

    /** Its name in the parts. */
    String ours() {
        return ours;
    }

    ValueInfoProto value() {
        return value;
    }

    static ValueInfoProto floatsOfAnyShape(String name) {
        return ValueInfoProto.newBuilder().setName(name).setType(TypeProto.newBuilder().setTensorType(
                TypeProto.Tensor.newBuilder().setElemType(DataType.FLOAT.getNumber()))).build();
    }

    private static ValueInfoProto value(String name, DataType type, Object... shape) {
        TensorShapeProto.Builder dimensions = TensorShapeProto.newBuilder();
        for (Object size : shape) {
            if (size instanceof String symbol) {
                dimensions.addDimBuilder().setDimParam(symbol);
            } else {
                dimensions.addDimBuilder().setDimValue((Integer) size);
            }
        }
        return ValueInfoProto.newBuilder().setName(name).setType(TypeProto.newBuilder().setTensorType(
                TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(dimensions))).build();
    }
}
