package switchboard.model.store.whisper;

import java.io.IOException;

/** How ggml stores the values of a tensor. */
enum Encoding {

    /** 32-bit floats. */
    F32(0) {
        @Override
        void write(Tensor tensor, LittleEndianOutput out) throws IOException {
            for (int i = 0; i < tensor.length(); i++) {
                out.putFloat(tensor.value(i));
            }
        }
    },

    /** Half floats, copied unchanged. */
    F16(1) {
        @Override
        void write(Tensor tensor, LittleEndianOutput out) throws IOException {
            out.put(tensor.halves().duplicate());
        }
    },

    /** Blocks of 32 values along a row: a half float, the scale, then 32 signed bytes (ggml: quantize_row_q8_0_ref). */
    Q8_0(8) {
        @Override
        void write(Tensor tensor, LittleEndianOutput out) throws IOException {
            int columns = tensor.length() / tensor.rows();
            if (columns % BLOCK != 0) {
                throw new IOException("rows of %d values cannot be cut into blocks of %d".formatted(columns, BLOCK));
            }
            float[] values = new float[BLOCK];
            for (int at = 0; at < tensor.length(); at += BLOCK) {
                for (int i = 0; i < BLOCK; i++) {
                    values[i] = tensor.value(at + i);
                }
                writeBlock(values, out);
            }
        }
    };

    private static final int BLOCK = 32;

    private final int code;

    Encoding(int code) {
        this.code = code;
    }

    /** The number that stands for it in a ggml file. */
    int code() {
        return code;
    }

    abstract void write(Tensor tensor, LittleEndianOutput out) throws IOException;

    private static void writeBlock(float[] values, LittleEndianOutput out) throws IOException {
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        float scale = largest / 127f;
        float inverse = scale != 0 ? 1f / scale : 0f;
        out.putShort(HalfFloat.narrow(scale));
        for (float value : values) {
            out.putByte((byte) roundHalfAway(value * inverse));
        }
    }

    /** C's roundf; Java's Math.round takes halves upwards. */
    private static int roundHalfAway(float value) {
        return (int) Math.copySign(Math.floor(Math.abs((double) value) + 0.5), value);
    }
}
