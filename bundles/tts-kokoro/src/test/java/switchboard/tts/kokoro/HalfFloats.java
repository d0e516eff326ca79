package switchboard.tts.kokoro;

/** The way back, for what is shipped. */
final class HalfFloats {

    private HalfFloats() {
    }

    /** The nearest of the 65536, by bisection: they are in order, first those without a sign. */
    static short of(float value) {
        int low = 0;
        int high = 0x7BFF;
        float magnitude = Math.abs(value);
        while (high - low > 1) {
            int middle = (low + high) / 2;
            if (HalfFloat.toFloat((short) middle) <= magnitude) {
                low = middle;
            } else {
                high = middle;
            }
        }
        float below = HalfFloat.toFloat((short) low);
        float above = HalfFloat.toFloat((short) high);
        int nearest = magnitude - below <= above - magnitude ? low : high;
        return (short) (value < 0 ? nearest | 0x8000 : nearest);
    }
}
