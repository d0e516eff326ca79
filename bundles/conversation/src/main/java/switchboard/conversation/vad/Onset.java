package switchboard.conversation.vad;

import java.time.Duration;
import switchboard.conversation.turn.TurnMachine;

/**
 * Notices a sound at its beginning, some 80 ms before a detector is sure that it is speech: early enough for the bot to fall
 * silent while the caller does not wonder yet whether it listens. What turns out to be no speech makes it less easily alarmed
 * for the rest of the call, be it a keyboard or the bot's own echo. Confined to one call's thread.
 */
final class Onset {

    /** Steady noise is hardly ever that much louder than itself. */
    private static final double ABOVE_ROOM_DB = 12;
    /** The softest voice on a line. */
    private static final double SOFTEST_DB = -50;
    private static final int ALARMING_FRAMES = 3;
    private static final double FALSE_ALARM_DB = 6;

    private double extraDb;
    private int loudFrames;
    private Duration alarm = Duration.ZERO;

    /**
     * Takes the next frame.
     *
     * @param detected whether the detector hears speech, though not for long enough yet
     * @return whether a sound has begun
     */
    boolean frame(Loudness loudness, boolean detected, Duration time) {
        boolean loud = loudness.levelDb() > Math.max(loudness.roomDb() + ABOVE_ROOM_DB, SOFTEST_DB) + extraDb;
        loudFrames = loud ? loudFrames + 1 : 0;
        if (!alarm.isZero()) {
            wait(time);
            return false;
        }
        if (loudFrames == ALARMING_FRAMES || detected) {
            alarm = TurnMachine.SUSPICION;
            return true;
        }
        return false;
    }

    /** It was speech, or nobody needs to know any more. */
    void over() {
        alarm = Duration.ZERO;
        loudFrames = 0;
    }

    private void wait(Duration time) {
        alarm = alarm.minus(time);
        if (alarm.isZero() || alarm.isNegative()) {
            alarm = Duration.ZERO;
            extraDb += FALSE_ALARM_DB;
        }
    }
}
