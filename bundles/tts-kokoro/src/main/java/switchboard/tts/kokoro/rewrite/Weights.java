package switchboard.tts.kokoro.rewrite;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.Optional;

/** The quantised weights of a convolution [output channel, input channel, tap], dequantised on demand. Confined to one thread. */
final class Weights {

    /** Doubles of this size have no digits behind the point. */
    private static final double WHOLE_NUMBERS = 0x1.8p52;

    private final TensorProto quantised;
    private final float zeroPoint;
    private final float[] scales;
    private final Optional<float[]> inputScale;
    /** Once they are known: few numbers, for which all weights are looked at. */
    private Optional<float[]> steps = Optional.empty();

    /**
     * @param scales     one for all, or one per output channel
     * @param inputScale a factor per input channel
     */
    Weights(TensorProto quantised, float zeroPoint, float[] scales, Optional<float[]> inputScale) {
        if (scales.length != 1 && scales.length != quantised.getDims(0)) {
            throw new IllegalStateException("%s: unexpected %d scales".formatted(quantised.getName(), scales.length));
        }
        this.quantised = quantised;
        this.zeroPoint = zeroPoint;
        this.scales = scales;
        this.inputScale = inputScale;
    }

    int outputs() {
        return (int) quantised.getDims(0);
    }

    int inputs() {
        return (int) quantised.getDims(1);
    }

    int width() {
        return (int) quantised.getDims(2);
    }

    float[] floats() {
        float[] weights = Tensors.floats(quantised);
        int inputs = inputs();
        int width = width();
        int i = 0;
        for (int output = 0; output < outputs(); output++) {
            float scale = scales[scales.length == 1 ? 0 : output];
            for (int input = 0; input < inputs; input++) {
                float factor = inputScale.isPresent() ? inputScale.get()[input] : 1;
                for (int tap = 0; tap < width; tap++, i++) {
                    weights[i] = (weights[i] - zeroPoint) * scale * factor;
                }
            }
        }
        return weights;
    }

    /** What one step of {@link #int8} is worth, per output channel; not to be changed. */
    float[] steps() {
        return steps.orElseGet(() -> stepsOf(floats()));
    }

    /** As signed bytes, symmetric round zero, as large as the greatest weight of each output channel allows. */
    byte[] int8() {
        float[] weights = floats();
        byte[] values = new byte[weights.length];
        int i = 0;
        for (float step : stepsOf(weights)) {
            for (int end = i + inputs() * width(); i < end; i++) {
                values[i] = (byte) Math.max(-127, Math.min(127, rounded(weights[i] / step)));
            }
        }
        return values;
    }

    private float[] stepsOf(float[] weights) {
        float[] found = new float[outputs()];
        int perOutput = inputs() * width();
        for (int output = 0; output < found.length; output++) {
            float greatest = 1e-9f;
            for (int i = output * perOutput; i < (output + 1) * perOutput; i++) {
                float size = Math.abs(weights[i]);
                greatest = size > greatest ? size : greatest;
            }
            found[output] = greatest / 127;
        }
        steps = Optional.of(found);
        return found;
    }

    /** As {@link Math#rint}, which the JVM's first compiler does not compile into one instruction; for less than 2^51. */
    private static double rounded(double value) {
        return value + WHOLE_NUMBERS - WHOLE_NUMBERS;
    }
}
