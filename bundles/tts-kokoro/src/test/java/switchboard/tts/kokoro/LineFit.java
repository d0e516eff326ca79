package switchboard.tts.kokoro;

/** Weighted least squares of {@code y = constant + slope * x}, for many y at once. */
final class LineFit {

    private final double[] y;
    private final double[] xy;
    private double weights;
    private double x;
    private double xx;

    LineFit(int size) {
        this.y = new double[size];
        this.xy = new double[size];
    }

    void add(double at, float[] values, double weight) {
        weights += weight;
        x += weight * at;
        xx += weight * at * at;
        for (int i = 0; i < values.length; i++) {
            y[i] += weight * values[i];
            xy[i] += weight * at * values[i];
        }
    }

    float[] slopes() {
        float[] slopes = new float[y.length];
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = (float) slope(i);
        }
        return slopes;
    }

    float[] constants() {
        float[] constants = new float[y.length];
        for (int i = 0; i < constants.length; i++) {
            constants[i] = (float) ((y[i] - slope(i) * x) / weights);
        }
        return constants;
    }

    private double slope(int i) {
        return (weights * xy[i] - x * y[i]) / (weights * xx - x * x);
    }
}
