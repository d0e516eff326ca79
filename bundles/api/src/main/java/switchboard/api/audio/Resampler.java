package switchboard.api.audio;

import java.util.Arrays;

/**
 * Changes the sample rate of a stream of audio, piece by piece, without clicks at the borders.
 *
 * <p>A polyphase low-pass: a sinc, cut off at 0.9 of the lower Nyquist frequency and shaped by a Kaiser window (beta 8,
 * stop band below -80 dB). Its delay is {@link #delaySamples()} input samples.
 *
 * <p>Confined to one stream, and so to one thread at a time.
 *
 * @see <a href="https://ccrma.stanford.edu/~jos/resample/">Smith, Digital Audio Resampling</a>
 */
public final class Resampler {

    /** The highest sample rate: nobody hears more than a studio records. */
    public static final int HIGHEST_HZ = 192_000;

    private static final int ZERO_CROSSINGS = 12;
    private static final double ROLL_OFF = 0.9;
    private static final double KAISER_BETA = 8;

    private final int fromHz;
    private final int toHz;
    private final int up;
    private final int down;
    private final float[][] phases;
    private final int taps;

    private float[] pending;
    private int pendingLength;
    private long phase;

    /**
     * A resampler in its initial state: silence came before.
     *
     * @throws IllegalArgumentException if a sample rate is below 1 or above {@link #HIGHEST_HZ}
     */
    public Resampler(int fromHz, int toHz) {
        require(fromHz);
        require(toHz);
        this.fromHz = fromHz;
        this.toHz = toHz;
        int divisor = greatestCommonDivisor(fromHz, toHz);
        this.up = toHz / divisor;
        this.down = fromHz / divisor;
        double cutoff = ROLL_OFF * Math.min(1, (double) toHz / fromHz);
        int half = (int) Math.ceil(ZERO_CROSSINGS / cutoff);
        this.taps = 2 * half;
        this.phases = kernel(cutoff, half);
        this.pending = new float[taps + 4096];
        this.pendingLength = taps - 1;
    }

    /** Changes a whole clip at once, without delay: what comes out is as long as what went in. */
    public static AudioClip resample(AudioClip clip, int toHz) {
        if (clip.sampleRateHz() == toHz) {
            return clip;
        }
        Resampler resampler = new Resampler(clip.sampleRateHz(), toHz);
        resampler.phase = (long) resampler.delaySamples() * resampler.up;
        int length = Math.toIntExact((long) clip.samples().length * toHz / clip.sampleRateHz());
        float[] all = resampler.accept(Arrays.copyOf(clip.samples(), clip.samples().length + resampler.taps));
        return new AudioClip(toHz, Arrays.copyOf(all, length));
    }

    /** How much later, in input samples, a sound comes out than it went in. */
    public int delaySamples() {
        return fromHz == toHz ? 0 : taps / 2;
    }

    /**
     * Takes the next samples.
     *
     * @param input follows what was passed before; is not kept
     * @return as many samples as are complete by now, possibly none
     */
    public float[] accept(float[] input) {
        if (fromHz == toHz) {
            return input.clone();
        }
        append(input);
        int count = (int) Math.max(0, ((long) (pendingLength - taps + 1) * up - phase + down - 1) / down);
        float[] output = new float[count];
        for (int i = 0; i < count; i++, phase += down) {
            output[i] = dot(phases[(int) (phase % up)], (int) (phase / up));
        }
        forget((int) Math.min(phase / up, pendingLength));
        return output;
    }

    private float dot(float[] filter, int start) {
        float sum = 0;
        for (int tap = 0; tap < taps; tap++) {
            sum += filter[tap] * pending[start + tap];
        }
        return sum;
    }

    private void append(float[] input) {
        if (pendingLength + input.length > pending.length) {
            pending = Arrays.copyOf(pending, pendingLength + input.length + taps);
        }
        System.arraycopy(input, 0, pending, pendingLength, input.length);
        pendingLength += input.length;
    }

    private void forget(int samples) {
        System.arraycopy(pending, samples, pending, 0, pendingLength - samples);
        pendingLength -= samples;
        phase -= (long) samples * up;
    }

    /** One filter per phase; tap {@code t} of phase {@code p} weighs the input sample {@code t - half + 1 - p/up} away. */
    private float[][] kernel(double cutoff, int half) {
        float[][] filters = new float[up][taps];
        for (int p = 0; p < up; p++) {
            double sum = 0;
            double[] filter = new double[taps];
            for (int t = 0; t < taps; t++) {
                double x = t - half + 1 - (double) p / up;
                filter[t] = sinc(cutoff * x) * kaiser(x / half);
                sum += filter[t];
            }
            for (int t = 0; t < taps; t++) {
                filters[p][t] = (float) (filter[t] / sum);
            }
        }
        return filters;
    }

    private static void require(int rateHz) {
        if (rateHz < 1 || rateHz > HIGHEST_HZ) {
            throw new IllegalArgumentException("expected a sample rate of 1 to %d Hz, got %d".formatted(HIGHEST_HZ, rateHz));
        }
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
    }

    private static double kaiser(double x) {
        return Math.abs(x) > 1 ? 0 : bessel(KAISER_BETA * Math.sqrt(1 - x * x)) / bessel(KAISER_BETA);
    }

    /** The modified Bessel function of the first kind and order zero, by its power series. */
    private static double bessel(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > 1e-12 * sum; k++) {
            term *= (x / 2 / k) * (x / 2 / k);
            sum += term;
        }
        return sum;
    }

    private static int greatestCommonDivisor(int a, int b) {
        return b == 0 ? a : greatestCommonDivisor(b, a % b);
    }
}
