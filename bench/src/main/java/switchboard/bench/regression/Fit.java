package switchboard.bench.regression;

import java.util.List;
import java.util.Random;

/** Fits multinomial logistic regression with a penalty on large weights, by Adam over all samples at once. */
public final class Fit {

    private static final int STEPS = 400;
    private static final double RATE = 0.05;
    private static final double PENALTY = 5e-6;
    private static final double MOMENTUM = 0.9;
    private static final double VARIANCE = 0.999;

    private Fit() {
    }

    /**
     * The weights: a row per class, of each the last is the bias.
     *
     * @param vectors of one length
     * @param classes of each vector; as many, from 0 on
     * @param count   how many classes there are
     */
    public static float[][] weights(List<float[]> vectors, List<Integer> classes, int count) {
        int width = vectors.get(0).length + 1;
        double[] weights = new double[count * width];
        Random random = new Random(1);
        for (int i = 0; i < weights.length; i++) {
            weights[i] = random.nextGaussian() * 0.01;
        }
        double[] mean = new double[weights.length];
        double[] square = new double[weights.length];
        for (int step = 1; step <= STEPS; step++) {
            double[] slope = slope(weights, vectors, classes, count, width);
            for (int i = 0; i < weights.length; i++) {
                mean[i] += (1 - MOMENTUM) * (slope[i] - mean[i]);
                square[i] += (1 - VARIANCE) * (slope[i] * slope[i] - square[i]);
                weights[i] -= RATE * mean[i] / (1 - Math.pow(MOMENTUM, step)) / (Math.sqrt(square[i] / (1 - Math.pow(VARIANCE, step))) + 1e-9);
            }
        }
        float[][] rows = new float[count][width];
        for (int i = 0; i < weights.length; i++) {
            rows[i / width][i % width] = (float) weights[i];
        }
        return rows;
    }

    private static double[] slope(double[] weights, List<float[]> vectors, List<Integer> classes, int count, int width) {
        double[] slope = new double[weights.length];
        double[] scores = new double[count];
        for (int n = 0; n < vectors.size(); n++) {
            float[] vector = vectors.get(n);
            double sum = 0;
            for (int one = 0; one < count; one++) {
                double score = weights[one * width + width - 1];
                for (int i = 0; i < vector.length; i++) {
                    score += weights[one * width + i] * vector[i];
                }
                scores[one] = Math.exp(score);
                sum += scores[one];
            }
            for (int one = 0; one < count; one++) {
                double wrong = (scores[one] / sum - (one == classes.get(n) ? 1 : 0)) / vectors.size();
                for (int i = 0; i < vector.length; i++) {
                    slope[one * width + i] += wrong * vector[i];
                }
                slope[one * width + width - 1] += wrong;
            }
        }
        for (int i = 0; i < slope.length; i++) {
            slope[i] += PENALTY * weights[i];
        }
        return slope;
    }
}
