package switchboard.tts.kokoro;

import java.util.List;

/** Compares what was said with what should have been. */
final class Sounds {

    private static final int WINDOW = 512;
    /** About -60 dB below full scale: what is quieter does not count. */
    private static final double FLOOR = 1e-3;

    /** One period; the sine is the same a quarter later. */
    private static final double[] COSINES = new double[WINDOW];

    static {
        for (int i = 0; i < WINDOW; i++) {
            COSINES[i] = Math.cos(2 * Math.PI * i / WINDOW);
        }
    }

    private Sounds() {
    }

    static float[] joined(List<float[]> pieces) {
        float[] joined = new float[pieces.stream().mapToInt(piece -> piece.length).sum()];
        int at = 0;
        for (float[] piece : pieces) {
            System.arraycopy(piece, 0, joined, at, piece.length);
            at += piece.length;
        }
        return joined;
    }

    /** Of a against b. */
    static double levelDb(float[] a, float[] b) {
        return 20 * Math.log10(Samples.level(a) / Samples.level(b));
    }

    /** Root mean square over the bins, mean over the windows that hold speech. */
    static double spectralDistanceDb(float[] a, float[] b) {
        double sum = 0;
        int windows = 0;
        for (int from = 0; from + WINDOW <= Math.min(a.length, b.length); from += WINDOW) {
            List<double[]> spectra = List.of(spectrum(a, from), spectrum(b, from));
            double squares = 0;
            int bins = 0;
            for (int k = 1; k < WINDOW / 2; k++) {
                if (spectra.get(0)[k] > FLOOR * WINDOW) {
                    double distance = 20 * Math.log10(Math.max(spectra.get(1)[k], FLOOR) / spectra.get(0)[k]);
                    squares += distance * distance;
                    bins++;
                }
            }
            if (bins > 0) {
                sum += Math.sqrt(squares / bins);
                windows++;
            }
        }
        return sum / windows;
    }

    /** How late, in samples, b is against a, where they are most alike; at most 0.15 s either way. */
    static int lag(float[] a, float[] b) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int lag = -3_600; lag <= 3_600; lag += 4) {
            double product = 0;
            for (int i = Math.max(0, -lag); i < Math.min(a.length, b.length - lag) && i < 48_000; i += 2) {
                product += (double) a[i] * b[i + lag];
            }
            if (product > most) {
                most = product;
                best = lag;
            }
        }
        return best;
    }

    /** Magnitudes under a Hann window, by definition of the transform. */
    private static double[] spectrum(float[] samples, int from) {
        double[] magnitudes = new double[WINDOW / 2];
        for (int k = 0; k < magnitudes.length; k++) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < WINDOW; i++) {
                double windowed = samples[from + i] * (0.5 - 0.5 * COSINES[i]);
                re += windowed * COSINES[k * i % WINDOW];
                im -= windowed * COSINES[(k * i + WINDOW - WINDOW / 4) % WINDOW];
            }
            magnitudes[k] = Math.hypot(re, im);
        }
        return magnitudes;
    }
}
