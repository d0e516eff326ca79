package switchboard.conversation.vad;

import java.time.Duration;
import switchboard.conversation.turn.TurnMachine;

/**
 * Notices a sound at its beginning, some 80 ms before a detector is sure that it is speech: early enough for the bot to fall
 * silent while the caller does not wonder yet whether it listens. What turns out to be no speech makes it less easily alarmed
 * for the rest of the call, be it a keyboard or the bot's own echo. Confined to one call's thread.
 *
 * <p>The caller's device may notice the sound earlier still, and warn; after some warnings in vain it is not believed any more.
 */
final class Onset {

    /** Steady noise is hardly ever that much louder than itself. */
    private static final double ABOVE_ROOM_DB = 12;
    /** The softest voice on a line. */
    private static final double SOFTEST_DB = -50;
    private static final int ALARMING_FRAMES = 3;
    private static final double FALSE_ALARM_DB = 6;
    private static final int WARNINGS_IN_VAIN = 3;

    private double extraDb;
    private int loudFrames;
    private Duration alarm = Duration.ZERO;
    /** Whether the alarm is the device's, and nothing was heard yet. */
    private boolean onlyWarned;
    private int warningsInVain;

    /**
     * Takes the next frame.
     *
     * @param detected whether the detector hears speech, though not for long enough yet
     * @return whether a sound has begun
     */
    boolean frame(Loudness loudness, boolean detected, Duration time) {
        boolean loud = loudness.levelDb() > Math.max(loudness.roomDb() + ABOVE_ROOM_DB, SOFTEST_DB) + extraDb;
        loudFrames = loud ? loudFrames + 1 : 0;
        if ((alarm.isZero() || onlyWarned) && (loudFrames == ALARMING_FRAMES || detected)) {
            onlyWarned = false;
            warningsInVain = 0;
            alarm = TurnMachine.SUSPICION;
            return true;
        }
        if (!alarm.isZero()) {
            wait(time);
        }
        return false;
    }

    /**
     * The caller's device has noticed a sound.
     *
     * @return whether it is believed, and nobody was alarmed yet
     */
    boolean warned() {
        if (!alarm.isZero() || warningsInVain == WARNINGS_IN_VAIN) {
            return false;
        }
        onlyWarned = true;
        alarm = TurnMachine.SUSPICION;
        return true;
    }

    /** It was speech, or nobody needs to know any more. */
    void over() {
        alarm = Duration.ZERO;
        onlyWarned = false;
        loudFrames = 0;
    }

    private void wait(Duration time) {
        alarm = alarm.minus(time);
        if (alarm.isZero() || alarm.isNegative()) {
            alarm = Duration.ZERO;
            if (onlyWarned) {
                warningsInVain++;
            } else {
                extraDb += FALSE_ALARM_DB;
            }
            onlyWarned = false;
        }
    }
}
