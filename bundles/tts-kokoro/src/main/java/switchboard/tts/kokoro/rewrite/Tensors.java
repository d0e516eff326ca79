package switchboard.tts.kokoro.rewrite;

import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Constants of a graph as arrays. ONNX keeps values either raw, little-endian, or in fields by type. */
final class Tensors {

    private Tensors() {
    }

    /** The values of a tensor of floats, of bytes with or without a sign, or of longs. */
    static float[] floats(TensorProto tensor) {
        boolean raw = tensor.hasRawData();
        ByteBuffer bytes = tensor.getRawData().asReadOnlyByteBuffer().order(ByteOrder.LITTLE_ENDIAN);
        float[] values = new float[size(tensor)];
        switch (type(tensor)) {
            case FLOAT -> fill(values, i -> raw ? bytes.getFloat(4 * i) : tensor.getFloatData(i));
            case UINT8 -> fillFromBytes(values, tensor, 0xFF);
            case INT8 -> fillFromBytes(values, tensor, -1);
            case INT64 -> fill(values, i -> raw ? bytes.getLong(8 * i) : tensor.getInt64Data(i));
            default -> throw new IllegalStateException("%s: unexpected type %s".formatted(tensor.getName(), type(tensor)));
        }
        return values;
    }

    /** The value of a tensor that has but one. */
    static float single(TensorProto tensor) {
        float[] values = floats(tensor);
        if (values.length != 1) {
            throw new IllegalStateException("%s: expected one value, got %d".formatted(tensor.getName(), values.length));
        }
        return values[0];
    }

    static int size(TensorProto tensor) {
        long size = 1;
        for (long dimension : tensor.getDimsList()) {
            size *= dimension;
        }
        return Math.toIntExact(size);
    }

    static TensorProto of(String name, float[] values, long... shape) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return tensor(name, TensorProto.DataType.FLOAT, UnsafeByteOperations.unsafeWrap(bytes), shape);
    }

    static TensorProto of(String name, float[] values) {
        return of(name, values, values.length);
    }

    /** Longs in one dimension. */
    static TensorProto of(String name, long... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asLongBuffer().put(values);
        return tensor(name, TensorProto.DataType.INT64, UnsafeByteOperations.unsafeWrap(bytes), values.length);
    }

    static TensorProto signed(String name, byte[] values, long... shape) {
        return tensor(name, TensorProto.DataType.INT8, UnsafeByteOperations.unsafeWrap(values), shape);
    }

    static TensorProto unsigned(String name, byte[] values, long... shape) {
        return tensor(name, TensorProto.DataType.UINT8, UnsafeByteOperations.unsafeWrap(values), shape);
    }

    @FunctionalInterface
    private interface Value {

        float at(int index);
    }

    private static void fill(float[] values, Value value) {
        for (int i = 0; i < values.length; i++) {
            values[i] = value.at(i);
        }
    }

    /** The weights: eighty million numbers, for which a call each would be a second. */
    private static void fillFromBytes(float[] values, TensorProto tensor, int mask) {
        byte[] bytes = tensor.getRawData().toByteArray();
        for (int i = 0; i < values.length; i++) {
            values[i] = (tensor.hasRawData() ? bytes[i] : tensor.getInt32Data(i)) & mask;
        }
    }

    private static TensorProto.DataType type(TensorProto tensor) {
        return TensorProto.DataType.forNumber(tensor.getDataType());
    }

    private static TensorProto tensor(String name, TensorProto.DataType type, ByteString bytes, long... shape) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(type.getNumber()).setRawData(bytes);
        for (long dimension : shape) {
            tensor.addDims(dimension);
        }
        return tensor.build();
    }
}
