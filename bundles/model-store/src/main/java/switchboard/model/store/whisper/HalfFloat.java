package switchboard.model.store.whisper;

/** IEEE 754 binary16. Java has its own conversion only from version 20 on. */
final class HalfFloat {

    private static final float SMALLEST_NORMAL = 0x1p-14f;
    private static final float FIRST_INFINITE = 65_520f;

    private HalfFloat() {
    }

    /** Exact. */
    static float widen(short half) {
        int sign = (half & 0x8000) << 16;
        int exponent = half >> 10 & 0x1f;
        int fraction = half & 0x3ff;
        if (exponent == 0) {
            return Float.intBitsToFloat(sign | Float.floatToRawIntBits(fraction * 0x1p-24f));
        }
        int wideExponent = exponent == 0x1f ? 0xff : exponent + 112;
        return Float.intBitsToFloat(sign | wideExponent << 23 | fraction << 13);
    }

    /** The nearest half, ties to even. */
    static short narrow(float value) {
        int bits = Float.floatToRawIntBits(value);
        int sign = bits >>> 16 & 0x8000;
        float magnitude = Math.abs(value);
        if (Float.isNaN(magnitude)) {
            return (short) (sign | 0x7e00);
        }
        if (magnitude >= FIRST_INFINITE) {
            return (short) (sign | 0x7c00);
        }
        if (magnitude < SMALLEST_NORMAL) {
            return (short) (sign | (int) Math.rint(magnitude * 0x1p24f));
        }
        int rebiased = (bits & 0x7fffffff) - 0x38000000;
        return (short) (sign | rebiased + 0xfff + (rebiased >> 13 & 1) >> 13);
    }
}
