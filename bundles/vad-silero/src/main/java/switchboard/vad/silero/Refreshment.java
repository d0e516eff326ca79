package switchboard.vad.silero;

/**
 * When the network may forget what it heard: in quiet, and not more often than every two seconds.
 *
 * <p>Long music or noise leaves the network deaf to the speech that follows unless it is started afresh; during speech
 * a fresh start would cost it its confidence for a moment. Pipecat 1.14 does the same: it asks for 6 windows without
 * speech, then one more, the last 5 of them below 0.1; here all 7 are, so that no decision about speech is needed.
 * Counts time in windows, never by the clock. Confined to one thread at a time.
 */
final class Refreshment {

    private static final float QUIET_BELOW = 0.1f;
    private static final int QUIET_WINDOWS = 7;
    private static final int WINDOWS_BETWEEN = 2 * SileroVad.SAMPLE_RATE_HZ / SileroVad.WINDOW_SAMPLES + 1;

    private int windows;
    private int quiet;

    /** Counts a window, and starts to count anew if it says yes. */
    boolean isDueAfter(float probability) {
        windows++;
        quiet = probability < QUIET_BELOW ? quiet + 1 : 0;
        if (windows < WINDOWS_BETWEEN || quiet < QUIET_WINDOWS) {
            return false;
        }
        windows = 0;
        return true;
    }
}
