package switchboard.model.store.whisper;

/**
 * The filter bank in each ggml file of Whisper: Slaney's mel scale at 16 kHz for a Fourier transform of 400 points, as in
 * librosa.filters.mel. Each rounding to float is part of the published files.
 */
final class MelFilters {

    /** Bins of a real Fourier transform of 400 points. */
    static final int BINS = 201;

    private static final double HZ_PER_BIN = 16_000 / 400.0;
    private static final double NYQUIST_HZ = 8_000;
    private static final double LINEAR_HZ_PER_MEL = 200.0 / 3;
    private static final double LOG_FROM_HZ = 1_000;
    private static final double LOG_FROM_MEL = LOG_FROM_HZ / LINEAR_HZ_PER_MEL;
    private static final double LOG_STEP = StrictMath.log(6.4) / 27;

    private MelFilters() {
    }

    /** One row for each filter, one column for each bin. */
    static float[][] of(int filters) {
        double[] edgesHz = new double[filters + 2];
        double top = mel(NYQUIST_HZ);
        for (int i = 0; i < edgesHz.length; i++) {
            edgesHz[i] = hz(top * i / (filters + 1));
        }
        float[][] bank = new float[filters][BINS];
        for (int filter = 0; filter < filters; filter++) {
            for (int bin = 0; bin < BINS; bin++) {
                bank[filter][bin] = weight(bin * HZ_PER_BIN, edgesHz[filter], edgesHz[filter + 1], edgesHz[filter + 2]);
            }
        }
        return bank;
    }

    /** A triangle of area one. */
    private static float weight(double hz, double low, double peak, double high) {
        double height = Math.min((hz - low) / (peak - low), (high - hz) / (high - peak));
        float rounded = height > 0 ? (float) height : 0f;
        return (float) (rounded * (2.0 / (high - low)));
    }

    private static double mel(double hz) {
        return hz >= LOG_FROM_HZ ? LOG_FROM_MEL + StrictMath.log(hz / LOG_FROM_HZ) / LOG_STEP : hz / LINEAR_HZ_PER_MEL;
    }

    private static double hz(double mel) {
        return mel >= LOG_FROM_MEL ? LOG_FROM_HZ * StrictMath.exp(LOG_STEP * (mel - LOG_FROM_MEL)) : LINEAR_HZ_PER_MEL * mel;
    }
}
