package switchboard.turn.smart;

/**
 * The Fourier transform of real numbers, for lengths that are twice a product of small primes.
 *
 * <p>Even and odd samples become the real and imaginary parts of half as many complex numbers, which are transformed by
 * decimation in time with mixed radices; their spectra are then told apart by symmetry. Holds its working memory, so it
 * is confined to one thread at a time.
 *
 * @see <a href="https://www.robinscheibler.org/2013/02/13/real-fft.html">Scheibler, Real FFT algorithms</a>
 */
final class RealFft {

    private final int length;
    private final int half;
    /** cos and sin of 2 pi k / length. */
    private final double[] cos;
    private final double[] sin;

    private double[] frame = {};
    private final double[] re;
    private final double[] im;
    private final double[] foldedRe;
    private final double[] foldedIm;

    RealFft(int length) {
        if (length < 2 || length % 2 != 0) {
            throw new IllegalArgumentException("length must be even and positive: " + length);
        }
        this.length = length;
        this.half = length / 2;
        this.cos = new double[length];
        this.sin = new double[length];
        for (int k = 0; k < length; k++) {
            cos[k] = Math.cos(2 * Math.PI * k / length);
            sin[k] = Math.sin(2 * Math.PI * k / length);
        }
        this.re = new double[half];
        this.im = new double[half];
        this.foldedRe = new double[half];
        this.foldedIm = new double[half];
    }

    /**
     * The squared magnitudes of the spectrum.
     *
     * @param samples as many as the length; not changed
     * @param power   receives length / 2 + 1 values
     */
    void power(double[] samples, double[] power) {
        frame = samples;
        transform(half, 0, 1, 0);
        for (int k = 0; k <= half; k++) {
            int a = k % half;
            int b = (half - k) % half;
            double evenRe = (re[a] + re[b]) / 2;
            double evenIm = (im[a] - im[b]) / 2;
            double oddRe = (im[a] + im[b]) / 2;
            double oddIm = (re[b] - re[a]) / 2;
            double spectrumRe = evenRe + cos[k % length] * oddRe + sin[k % length] * oddIm;
            double spectrumIm = evenIm + cos[k % length] * oddIm - sin[k % length] * oddRe;
            power[k] = spectrumRe * spectrumRe + spectrumIm * spectrumIm;
        }
    }

    /** Transforms every stride-th complex sample from the given one on, into n places of re and im. */
    private void transform(int n, int from, int stride, int to) {
        if (n == 1) {
            re[to] = frame[2 * from];
            im[to] = frame[2 * from + 1];
            return;
        }
        int radix = smallestFactor(n);
        int part = n / radix;
        for (int k = 0; k < radix; k++) {
            transform(part, from + k * stride, stride * radix, to + k * part);
        }
        for (int j = 0; j < part; j++) {
            butterfly(n, radix, to + j, j);
        }
    }

    /** Joins element j of the parts' spectra: twiddled first, then transformed over the radix. */
    private void butterfly(int n, int radix, int to, int j) {
        int part = n / radix;
        int turn = length / n;
        for (int k = 0; k < radix; k++) {
            double c = cos[turn * j * k];
            double s = sin[turn * j * k];
            int at = to + k * part;
            foldedRe[k] = re[at] * c + im[at] * s;
            foldedIm[k] = im[at] * c - re[at] * s;
        }
        int step = length / radix;
        for (int q = 0; q < radix; q++) {
            double sumRe = foldedRe[0];
            double sumIm = foldedIm[0];
            for (int k = 1; k < radix; k++) {
                int angle = q * k % radix * step;
                sumRe += foldedRe[k] * cos[angle] + foldedIm[k] * sin[angle];
                sumIm += foldedIm[k] * cos[angle] - foldedRe[k] * sin[angle];
            }
            re[to + q * part] = sumRe;
            im[to + q * part] = sumIm;
        }
    }

    private static int smallestFactor(int n) {
        for (int factor = 2; factor * factor <= n; factor++) {
            if (n % factor == 0) {
                return factor;
            }
        }
        return n;
    }
}
