package switchboard.tts.kokoro.rewrite;

import ai.onnx.proto.OnnxMl.TensorProto;
import java.util.Optional;

/**
 * The quantised weights of a convolution [output channel, input channel, tap], dequantised on demand.
 *
 * @param scales     one for all, or one per output channel
 * @param inputScale a factor per input channel
 */
record Weights(TensorProto quantised, float zeroPoint, float[] scales, Optional<float[]> inputScale) {

    /** Weights as signed bytes, and what one step is worth, per output channel. */
    record Int8(byte[] values, float[] steps) {}

    Weights {
        if (scales.length != 1 && scales.length != quantised.getDims(0)) {
            throw new IllegalStateException("%s: unexpected %d scales".formatted(quantised.getName(), scales.length));
        }
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
        int perOutput = inputs() * width();
        for (int i = 0; i < weights.length; i++) {
            float weight = (weights[i] - zeroPoint) * scales[scales.length == 1 ? 0 : i / perOutput];
            weights[i] = inputScale.isPresent() ? weight * inputScale.get()[i / width() % inputs()] : weight;
        }
        return weights;
    }

    /** Symmetric round zero, as large as the greatest weight of each output channel allows. */
    Int8 int8() {
        float[] weights = floats();
        int perOutput = inputs() * width();
        byte[] values = new byte[weights.length];
        float[] steps = new float[outputs()];
        for (int output = 0; output < steps.length; output++) {
            float greatest = 1e-9f;
            for (int i = output * perOutput; i < (output + 1) * perOutput; i++) {
                greatest = Math.max(greatest, Math.abs(weights[i]));
            }
            steps[output] = greatest / 127;
            for (int i = output * perOutput; i < (output + 1) * perOutput; i++) {
                values[i] = (byte) Math.max(-127, Math.min(127, Math.rint(weights[i] / steps[output])));
            }
        }
        return new Int8(values, steps);
    }
}
