package switchboard.tts.kokoro;

/** Floating point numbers in 16 bits (IEEE 754 binary16): 5 of exponent, 10 of fraction. */
final class HalfFloat {

    private static final int INFINITE_EXPONENT = 31;
    private static final int FRACTION_BITS = 10;
    private static final int BIAS_DIFFERENCE = 127 - 15;
    /** What the last bit of a number without a leading one is worth. */
    private static final float SMALLEST = 1f / (1 << 24);

    private HalfFloat() {
    }

    static float toFloat(short half) {
        int sign = (half & 0x8000) << 16;
        int exponent = half >> FRACTION_BITS & INFINITE_EXPONENT;
        int fraction = half & (1 << FRACTION_BITS) - 1;
        if (exponent == 0) {
            return Float.intBitsToFloat(sign | Float.floatToRawIntBits(fraction * SMALLEST));
        }
        int wide = exponent == INFINITE_EXPONENT ? 255 : exponent + BIAS_DIFFERENCE;
        return Float.intBitsToFloat(sign | wide << 23 | fraction << 23 - FRACTION_BITS);
    }
}
