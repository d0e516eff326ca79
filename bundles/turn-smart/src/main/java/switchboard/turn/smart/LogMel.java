package switchboard.turn.smart;

import java.util.Arrays;

/**
 * The log-mel spectrogram that Smart Turn sees: eight seconds in 800 frames of 80 bands, Whisper's features.
 * Immutable, thread-safe.
 *
 * <p>Equals what pipecat-ai 1.14.0 computes, to 1e-5: single precision up to the windowed frames, double from there on.
 */
final class LogMel {

    static final int SAMPLE_RATE_HZ = 16_000;
    static final int BANDS = 80;
    static final int FRAMES = 800;

    private static final int SAMPLES = 8 * SAMPLE_RATE_HZ;
    private static final int WINDOW = 400;
    private static final int HOP = 160;
    private static final int MARGIN = WINDOW / 2;
    private static final int BINS = WINDOW / 2 + 1;
    private static final double FLOOR = 1e-10;
    /** How far below the loudest band the quietest may lie, in powers of ten. */
    private static final double RANGE = 8;

    private final double[] hann = new double[WINDOW];
    private final MelFilters filters = new MelFilters(BANDS, BINS, (double) SAMPLE_RATE_HZ / WINDOW, SAMPLE_RATE_HZ / 2.0);

    LogMel() {
        for (int i = 0; i < WINDOW; i++) {
            hann[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / WINDOW);
        }
    }

    /**
     * The features of the last eight seconds.
     *
     * @param samples at 16 kHz; if shorter than eight seconds, silence is put in front
     * @return band after band, {@value #FRAMES} frames each
     */
    float[] of(float[] samples) {
        int silence = Math.max(0, SAMPLES - samples.length);
        double[][] log = spectrogram(reflected(normalised(lastSeconds(samples))), silence);
        double lowest = Arrays.stream(log).flatMapToDouble(Arrays::stream).max().orElseThrow() - RANGE;
        float[] features = new float[BANDS * FRAMES];
        for (int band = 0; band < BANDS; band++) {
            for (int frame = 0; frame < FRAMES; frame++) {
                features[band * FRAMES + frame] = (float) ((Math.max(log[frame][band], lowest) + 4) / 4);
            }
        }
        return features;
    }

    private static float[] lastSeconds(float[] samples) {
        float[] last = new float[SAMPLES];
        int kept = Math.min(SAMPLES, samples.length);
        System.arraycopy(samples, samples.length - kept, last, SAMPLES - kept, kept);
        return last;
    }

    /** Zero mean and unit variance, over the silence in front too. */
    private static float[] normalised(float[] x) {
        double sum = 0;
        for (float sample : x) {
            sum += sample;
        }
        float mean = (float) (sum / x.length);
        double squares = 0;
        for (float sample : x) {
            float deviation = sample - mean;
            squares += (double) deviation * deviation;
        }
        float scale = (float) Math.sqrt((float) (squares / x.length) + 1e-7f);
        for (int i = 0; i < x.length; i++) {
            x[i] = (x[i] - mean) / scale;
        }
        return x;
    }

    private static float[] reflected(float[] x) {
        float[] wide = new float[x.length + 2 * MARGIN];
        System.arraycopy(x, 0, wide, MARGIN, x.length);
        for (int i = 1; i <= MARGIN; i++) {
            wide[MARGIN - i] = x[i];
            wide[MARGIN + x.length - 1 + i] = x[x.length - 1 - i];
        }
        return wide;
    }

    /** By frame, then band. Frames that lie wholly in the silence in front are equal: one is computed for all. */
    private double[][] spectrogram(float[] x, int silence) {
        double[][] log = new double[FRAMES][];
        RealFft fft = new RealFft(WINDOW);
        double[] windowed = new double[WINDOW];
        double[] power = new double[BINS];
        for (int frame = 0; frame < FRAMES; frame++) {
            boolean silent = frame > 0 && frame * HOP + MARGIN <= silence;
            log[frame] = silent ? log[0] : bands(x, frame * HOP, fft, windowed, power);
        }
        return log;
    }

    private double[] bands(float[] x, int from, RealFft fft, double[] windowed, double[] power) {
        for (int i = 0; i < WINDOW; i++) {
            windowed[i] = x[from + i] * hann[i];
        }
        fft.power(windowed, power);
        double[] bands = new double[BANDS];
        for (int band = 0; band < BANDS; band++) {
            bands[band] = Math.log10(Math.max(FLOOR, filters.energy(band, power)));
        }
        return bands;
    }
}
