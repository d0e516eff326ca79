package switchboard.turn.smart;

/**
 * Triangular filters, evenly spaced on Slaney's mel scale: linear below 1 kHz, logarithmic above; each of the same area.
 * Immutable.
 *
 * @see <a href="https://engineering.purdue.edu/~malcolm/interval/1998-010/">Slaney, Auditory Toolbox, mfcc</a>
 */
final class MelFilters {

    private static final double LINEAR_BELOW_HZ = 1000;
    private static final double MEL_PER_HZ = 3.0 / 200;
    private static final double MEL_AT_1_KHZ = 15;
    private static final double MEL_PER_LN = 27 / Math.log(6.4);

    private final int[] firstBin;
    private final double[][] weights;

    /**
     * @param bands filters between 0 Hz and highestHz
     * @param bins  of the power spectrum
     * @param binHz distance of two bins
     */
    MelFilters(int bands, int bins, double binHz, double highestHz) {
        double[] edgesHz = new double[bands + 2];
        for (int i = 0; i < edgesHz.length; i++) {
            edgesHz[i] = hz(i * mel(highestHz) / (bands + 1));
        }
        firstBin = new int[bands];
        weights = new double[bands][];
        for (int band = 0; band < bands; band++) {
            double low = edgesHz[band];
            double high = edgesHz[band + 2];
            int first = (int) (low / binHz) + 1;
            int end = Math.min(bins, (int) Math.ceil(high / binHz));
            firstBin[band] = first;
            weights[band] = new double[Math.max(0, end - first)];
            for (int i = 0; i < weights[band].length; i++) {
                weights[band][i] = weight((first + i) * binHz, low, edgesHz[band + 1], high);
            }
        }
    }

    /** The energy that a filter lets through. */
    double energy(int band, double[] power) {
        double sum = 0;
        for (int i = 0; i < weights[band].length; i++) {
            sum += weights[band][i] * power[firstBin[band] + i];
        }
        return sum;
    }

    /** The weight of one bin in one filter; zero outside of it. */
    double weight(int band, int bin) {
        int i = bin - firstBin[band];
        return i >= 0 && i < weights[band].length ? weights[band][i] : 0;
    }

    private static double weight(double hz, double low, double middle, double high) {
        double triangle = Math.min((hz - low) / (middle - low), (high - hz) / (high - middle));
        return Math.max(0, triangle) * 2 / (high - low);
    }

    private static double mel(double hz) {
        return hz < LINEAR_BELOW_HZ ? hz * MEL_PER_HZ : MEL_AT_1_KHZ + Math.log(hz / LINEAR_BELOW_HZ) * MEL_PER_LN;
    }

    private static double hz(double mel) {
        return mel < MEL_AT_1_KHZ ? mel / MEL_PER_HZ : LINEAR_BELOW_HZ * Math.exp((mel - MEL_AT_1_KHZ) / MEL_PER_LN);
    }
}
