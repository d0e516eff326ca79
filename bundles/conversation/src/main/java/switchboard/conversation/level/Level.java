package switchboard.conversation.level;

/** The level of sound, in decibels relative to full scale. */
public final class Level {

    /** Nothing is softer. */
    public static final double SILENCE_DBFS = -90;

    private Level() {
    }

    /** Of the mean power of some samples in [-1, 1]; of none it is silence. */
    public static double dbfs(float[] samples) {
        double energy = 0;
        for (float sample : samples) {
            energy += sample * sample;
        }
        return Math.max(SILENCE_DBFS, 10 * Math.log10(energy / Math.max(1, samples.length) + 1e-12));
    }
}
