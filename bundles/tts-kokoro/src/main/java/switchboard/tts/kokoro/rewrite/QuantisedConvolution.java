package switchboard.tts.kokoro.rewrite;

import static switchboard.tts.kokoro.rewrite.Nodes.node;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A convolution whose output is quantised too. QLinearConv has one scale for the whole output, which is too coarse; so
 * the scale of each channel hides in the scale of its weights and is taken out again behind.
 */
final class QuantisedConvolution {

    private static final byte MIDDLE = (byte) 128;
    /** Beyond what calibration has seen; what is larger still is clipped. */
    private static final double HEAD_ROOM = 1.05;

    private final Calibration calibration;
    private final Changes changes;

    QuantisedConvolution(Calibration calibration, Changes changes) {
        this.calibration = calibration;
        this.changes = changes;
    }

    List<NodeProto> nodes(Convolution convolution) {
        String name = convolution.name();
        String q = name + "_q";
        int channels = convolution.weights().outputs();
        float[] bias = convolution.bias().orElse(new float[channels]);
        double[] outputSteps = outputSteps(calibration.range(name), bias);
        boolean biased = !convolution.isNormalisedNext();

        List<NodeProto> nodes = new ArrayList<>();
        nodes.add(node("DynamicQuantizeLinear", q, List.of(convolution.input()), List.of(q, name + "_qs", name + "_qz")));
        nodes.add(node("QLinearConv", name + "_ql", List.of(q, name + "_qs", name + "_qz",
                weights(convolution), weightSteps(convolution, outputSteps), zeros(channels), one(), middle()),
                q + "y", convolution.geometry().attributes()));
        nodes.add(node("DequantizeLinear", q + "dqn", List.of(q + "y", steps(name, outputSteps), middles(channels)),
                biased ? q + "dq" : convolution.output(), Nodes.attribute("axis", 1)));
        if (biased) {
            nodes.add(node("Add", q + "bn", List.of(q + "dq", bias(name, bias)), convolution.output()));
        }
        return nodes;
    }

    /** Symmetric round zero and without the bias, because the zero point must be the same for all channels. */
    private static double[] outputSteps(Calibration.Range range, float[] bias) {
        double[] steps = new double[bias.length];
        for (int c = 0; c < steps.length; c++) {
            double lowest = Math.abs((double) range.lowest()[c] - bias[c]);
            double highest = Math.abs((double) range.highest()[c] - bias[c]);
            steps[c] = (Math.max(lowest, highest) * HEAD_ROOM + 1e-6) / 127;
        }
        return steps;
    }

    private String weights(Convolution convolution) {
        String name = convolution.name() + "_W8";
        Weights weights = convolution.weights();
        return changes.constant(name,
                () -> Tensors.signed(name, weights.int8(), weights.outputs(), weights.inputs(), weights.width()));
    }

    private String weightSteps(Convolution convolution, double[] outputSteps) {
        String name = convolution.name() + "_ws";
        return changes.constant(name, () -> {
            float[] steps = convolution.weights().steps().clone();
            for (int c = 0; c < steps.length; c++) {
                steps[c] = (float) (steps[c] / outputSteps[c]);
            }
            return Tensors.of(name, steps);
        });
    }

    private String steps(String convolution, double[] outputSteps) {
        String name = convolution + "_co";
        float[] steps = new float[outputSteps.length];
        for (int c = 0; c < steps.length; c++) {
            steps[c] = (float) outputSteps[c];
        }
        return changes.constant(name, () -> Tensors.of(name, steps));
    }

    private String bias(String convolution, float[] bias) {
        String name = convolution + "_B";
        return changes.constant(name, () -> Tensors.of(name, bias, 1, bias.length, 1));
    }

    private String zeros(int channels) {
        String name = "kk_wz" + channels;
        return changes.constant(name, () -> Tensors.signed(name, new byte[channels], channels));
    }

    private String one() {
        return changes.constant("kk_one", () -> Tensors.of("kk_one", new float[] {1}));
    }

    private String middle() {
        return changes.constant("kk_128", () -> Tensors.unsigned("kk_128", new byte[] {MIDDLE}, 1));
    }

    private String middles(int channels) {
        String name = "kk_z" + channels;
        byte[] middles = new byte[channels];
        Arrays.fill(middles, MIDDLE);
        return changes.constant(name, () -> Tensors.unsigned(name, middles, channels));
    }
}
