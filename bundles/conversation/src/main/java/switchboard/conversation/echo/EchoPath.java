package switchboard.conversation.echo;

import java.util.Optional;

/**
 * The way from what is played back to what is heard.
 *
 * @param lag    in frames
 * @param gainDb how much louder the echo is than what is played; mostly negative
 */
record EchoPath(int lag, double gainDb) {

    /** From the server to the loudspeaker and back: two networks and two jitter buffers; in frames. */
    static final int LONGEST_LAG = 60;
    /** Of levels, and of the wave, what is compared; in frames. */
    static final int LEVELS = 60;
    static final int WAVE = 20;

    /** Two voices have never been so alike by chance in both at the same lag. */
    private static final double ALIKE_WAVES = 0.5;
    private static final double ALIKE_LEVELS = 0.8;
    /** Room for what one path does not explain: another reflection, the codec. */
    private static final double MARGIN_DB = 6;
    private static final int JITTER = 4;
    /** An echo dies away in the room; in frames. */
    private static final int TAIL = 12;

    /** Finds the path, if the last that was heard is an image of what was played. */
    static Optional<EchoPath> find(Track played, Track heard) {
        int lag = lag(played.bright(LONGEST_LAG + WAVE), heard.bright(WAVE));
        if (lag < 0) {
            return Optional.empty();
        }
        int frames = Math.round((float) lag / Track.FRAME);
        double[] cause = played.levels();
        double[] effect = heard.levels();
        return alike(cause, effect, frames) < ALIKE_LEVELS ? Optional.empty() : Optional.of(new EchoPath(frames, gainDb(cause, effect, frames)));
    }

    /** How loud an echo of what was played may be now. */
    double loudestDb(double[] played) {
        int now = played.length - 1 - lag;
        return loudest(played, now - TAIL, now + JITTER) + gainDb + MARGIN_DB;
    }

    /** How loud the echo of what was played must be now, if there is one. */
    double expectedDb(double[] played) {
        return played[Math.max(0, played.length - 1 - lag)] + gainDb;
    }

    static double loudest(double[] levels, int from, int to) {
        double loudest = Track.FLOOR_DB;
        for (int i = Math.max(0, from); i <= Math.min(levels.length - 1, to); i++) {
            loudest = Math.max(loudest, levels[i]);
        }
        return loudest;
    }

    /** In samples, where the waves match best (normalised cross-correlation); -1 if they do not match. */
    private static int lag(float[] played, float[] heard) {
        double heardEnergy = energy(heard, 0, heard.length);
        int start = played.length - heard.length;
        double energy = energy(played, start, heard.length);
        double best = ALIKE_WAVES;
        int lag = -1;
        for (int from = start; from >= 0; from--) {
            double product = 0;
            for (int i = 0; i < heard.length; i++) {
                product += played[from + i] * heard[i];
            }
            double likeness = Math.abs(product) / Math.sqrt(energy * heardEnergy + 1e-12);
            if (likeness > best) {
                best = likeness;
                lag = start - from;
            }
            if (from > 0) {
                energy += square(played[from - 1]) - square(played[from - 1 + heard.length]);
            }
        }
        return lag;
    }

    private static double energy(float[] samples, int from, int length) {
        double energy = 0;
        for (int i = from; i < from + length; i++) {
            energy += square(samples[i]);
        }
        return energy;
    }

    private static double square(double value) {
        return value * value;
    }

    private static double gainDb(double[] played, double[] heard, int lag) {
        double gain = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < heard.length; i++) {
            int same = played.length - heard.length - lag + i;
            double cause = loudest(played, same - JITTER, same + JITTER);
            if (heard[i] > Track.FLOOR_DB && cause > Track.FLOOR_DB) {
                gain = Math.max(gain, heard[i] - cause);
            }
        }
        return gain;
    }

    /** Correlation of the levels (Pearson's); 0 if either hardly changes. */
    private static double alike(double[] played, double[] heard, int lag) {
        int n = heard.length;
        int from = played.length - n - lag;
        double x = 0;
        double y = 0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < n; i++) {
            x += played[from + i];
            y += heard[i];
            xx += square(played[from + i]);
            yy += square(heard[i]);
            xy += played[from + i] * heard[i];
        }
        double varianceX = xx - x * x / n;
        double varianceY = yy - y * y / n;
        return varianceX < n || varianceY < n ? 0 : (xy - x * y / n) / Math.sqrt(varianceX * varianceY);
    }
}
