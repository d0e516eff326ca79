package switchboard.embedding.minilm;

import java.util.List;

/** Arithmetic of vectors. */
final class Vectors {

    private Vectors() {
    }

    static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }

    /** In place. */
    static float[] toLengthOne(float[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (vector[i] / length);
        }
        return vector;
    }

    /** @param vectors at least one */
    static float[] mean(List<float[]> vectors) {
        float[] mean = new float[vectors.get(0).length];
        vectors.forEach(vector -> {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += vector[i] / vectors.size();
            }
        });
        return mean;
    }

    /** In place. */
    static float[] minus(float[] vector, float[] other) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] -= other[i];
        }
        return vector;
    }
}
