package switchboard.conversation.level;

/** The level of sound, in decibels relative to full scale. */
public final class Level {

    /** Nothing is softer. */
    public static final double SILENCE_DBFS = -90;

    private Level() {
    }

    /** Of the mean power of some samples in [-1, 1]; of none it is silence. */
    public static double dbfs(float[] samples) {
        return dbfs(samples, 0, samples.length);
    }

    /** Of some samples from one place up to another. */
    public static double dbfs(float[] samples, int from, int to) {
        double energy = 0;
        for (int i = from; i < to; i++) {
            energy += samples[i] * samples[i];
        }
        return Math.max(SILENCE_DBFS, 10 * Math.log10(energy / Math.max(1, to - from) + 1e-12));
    }
}
