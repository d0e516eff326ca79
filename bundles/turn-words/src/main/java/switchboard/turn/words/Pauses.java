package switchboard.turn.words;

import java.time.Duration;

/**
 * How long people pause inside of a turn: log-normal, mostly between 0.2 and 1 s (Campione and Véronis, A large-scale
 * multilingual study of silent pause duration, 2002).
 */
final class Pauses {

    private static final double MEDIAN_SECONDS = 0.45;
    private static final double SPREAD = 0.7;
    /** The logistic function of 1.702 x is the normal distribution of x, to within 0.01. */
    private static final double LOGISTIC_OF_NORMAL = 1.702;

    private Pauses() {
    }

    /** The part of all pauses that last longer, in (0, 1]. */
    static double longerThan(Duration silence) {
        double seconds = silence.toNanos() / 1e9;
        return seconds <= 0 ? 1 : 1 / (1 + Math.exp(LOGISTIC_OF_NORMAL * Math.log(seconds / MEDIAN_SECONDS) / SPREAD));
    }
}
