package switchboard.stt.whisper;

import java.util.Arrays;
import java.util.Optional;

/**
 * How loud a clip is, every 20 ms, with low frequencies held back as hearing does: rumble is louder than any voice.
 *
 * <p>It does not tell speech from other sound, that is the voice activity detector's; it finds where there is nothing at all.
 */
final class Levels {

    /** Where sound begins and ends, in samples; the end is exclusive. */
    record Loud(int from, int to) {

        int samples() {
            return to - from;
        }
    }

    private static final int FRAME = Whisper.SAMPLE_RATE_HZ / 50;
    private static final float PRE_EMPHASIS = 0.97f;
    /** Far below a whisper into a telephone; just above what 16 bits and dither leave. */
    private static final double SILENCE_DBFS = -70;
    /** Noise alone does not exceed its own level by that; speech does, even in noise as loud as itself. */
    private static final double STANDS_OUT_DB = 6;
    /** Within noise the level varies by about 1 dB, within the shortest word by far more. */
    private static final double STEADY_DB = 3;
    /** In frames. Of less one cannot say whether it is steady. */
    private static final int SHORTEST_BURST = 10;
    /** In frames. Less is a click. */
    private static final int SHORTEST_WORD = 5;
    /** The softest sounds of a voice against its loudest. */
    private static final double VOICE_RANGE_DB = 40;

    private final double[] dbfs;
    private final int samples;

    private Levels(double[] dbfs, int samples) {
        this.dbfs = dbfs;
        this.samples = samples;
    }

    static Levels of(float[] samples) {
        double[] dbfs = new double[samples.length / FRAME];
        for (int i = 0; i < dbfs.length; i++) {
            dbfs[i] = level(samples, i * FRAME);
        }
        return new Levels(dbfs, samples.length);
    }

    /** From the first to the last frame that stands out; empty if none does, or if it is a click or a burst of noise. */
    Optional<Loud> loud() {
        if (dbfs.length == 0) {
            return Optional.empty();
        }
        double loudest = exceededBy(0, dbfs);
        double floor = exceededBy(0.9, dbfs);
        double threshold = Math.max(floor + STANDS_OUT_DB, loudest - VOICE_RANGE_DB);
        if (loudest < Math.max(SILENCE_DBFS, threshold)) {
            return Optional.empty();
        }
        int first = 0;
        while (dbfs[first] < threshold) {
            first++;
        }
        int last = dbfs.length - 1;
        while (dbfs[last] < threshold) {
            last--;
        }
        if (last - first < SHORTEST_WORD - 1 || isSteady(Arrays.copyOfRange(dbfs, first, last + 1))) {
            return Optional.empty();
        }
        return Optional.of(new Loud(first * FRAME, last == dbfs.length - 1 ? samples : (last + 1) * FRAME));
    }

    private static boolean isSteady(double[] dbfs) {
        return dbfs.length >= SHORTEST_BURST && exceededBy(0.1, dbfs) - exceededBy(0.9, dbfs) < STEADY_DB;
    }

    /** The level that this share of the frames exceeds. */
    private static double exceededBy(double share, double[] dbfs) {
        double[] sorted = dbfs.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.round((1 - share) * (sorted.length - 1))];
    }

    private static double level(float[] samples, int start) {
        double sum = 0;
        float previous = samples[Math.max(0, start - 1)];
        for (int i = start; i < start + FRAME; i++) {
            double emphasised = samples[i] - PRE_EMPHASIS * previous;
            sum += emphasised * emphasised;
            previous = samples[i];
        }
        return 10 * Math.log10(sum / FRAME);
    }
}
