package switchboard.tts.kokoro;

/**
 * How long windows take here and now: on a slow processor, or beside other calls, several times as long as on a fast one that is
 * idle. Smoothed as TCP smooths round trips (RFC 6298): the mean, and a few deviations more to be on the safe side; but windows
 * that were faster do not count as deviations, and are believed sooner. Thread-safe.
 */
final class Pace {

    private static final double GAIN = 1 / 4.0;
    private static final double DEVIATION_GAIN = 1 / 4.0;
    private static final double DEVIATIONS = 2;

    private double meanNs;
    private double deviationNs;

    /** A pace that is not known yet: windows are thought to take no time. */
    Pace() {
        this(0);
    }

    /** @param frameNs what a frame takes, until more is known */
    Pace(double frameNs) {
        this.meanNs = frameNs;
    }

    /**
     * A window was computed.
     *
     * @param frames its context included
     */
    synchronized void took(int frames, long ns) {
        double frameNs = (double) ns / frames;
        if (meanNs == 0) {
            meanNs = frameNs;
            return;
        }
        deviationNs += DEVIATION_GAIN * (Math.max(0, frameNs - meanNs) - deviationNs);
        meanNs += GAIN * (frameNs - meanNs);
    }

    /**
     * How long a window takes, but for rare cases.
     *
     * @param frames its context included
     */
    synchronized long expectedNs(int frames) {
        return Math.round(frames * (meanNs + DEVIATIONS * deviationNs));
    }
}
