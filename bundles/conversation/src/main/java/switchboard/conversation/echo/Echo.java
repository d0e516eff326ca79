package switchboard.conversation.echo;

import java.util.Optional;

/**
 * Tells the bot's own voice, as a loudspeaker gives it back to the microphone, from a caller's. Browsers mostly remove it; where
 * one does not, the bot would interrupt itself for ever.
 *
 * <p>Whether there is an echo is learnt while the bot speaks for the first time: is what is heard an image of what is played?
 * If so, what is not louder than the echo is held for echo throughout the call, and the caller interrupts by being louder.
 * The first fifth of a second of whoever speaks into those first words is doubtful; after that nobody is kept waiting.
 *
 * <p>{@link #played} is called by whoever plays, {@link #judge} by the call's thread.
 */
public final class Echo {

    /** What a frame holds. */
    public enum Verdict {
        /** The caller, or nobody. */
        NONE,
        /** A sound of which it will be known in a moment. */
        DOUBTFUL,
        /** The bot's own voice. */
        ECHO
    }

    private static final double SOUND_DB = -55;
    private static final double ABOVE_ROOM_DB = 10;
    /** How long the bot's first words are listened for. */
    private static final int LEARNING_FRAMES = 150;
    /** An echo that should be there and is so much softer is not there. */
    private static final double MISSING_DB = 10;
    private static final double SURELY_HEARD_DB = -48;
    private static final int MISSING_FRAMES = 50;

    /** So many frames the call's thread may be late. */
    private static final int LATENESS = 100;

    private final Track played = new Track(EchoPath.LEVELS + EchoPath.LONGEST_LAG, LATENESS);
    private final Track heard = new Track(EchoPath.LEVELS, 0);
    private Optional<EchoPath> path = Optional.empty();
    private double roomDb = 0;
    private int learningFrames = LEARNING_FRAMES;
    private int soundFrames;
    private int missingFrames;
    /** There is no echo in this call, or none any more: nothing needs to be compared. */
    private volatile boolean settled;

    /** Notes what is played in the next 10 ms, at 24 kHz. */
    public void played(float[] frame) {
        if (!settled) {
            played.add(frame);
        }
    }

    /** How many frames have been played; what is heard now is heard beside the last of them. Any thread. */
    public long playedFrames() {
        return played.count();
    }

    /**
     * Judges the next 10 ms of what is heard, at 16 kHz.
     *
     * @param playedThen {@link #playedFrames} when the frame came; it may be judged a little later
     */
    public Verdict judge(float[] frame, long playedThen) {
        settled = learningFrames == 0 && path.isEmpty();
        if (settled) {
            return Verdict.NONE;
        }
        heard.add(frame);
        heard.lookBackFrom(heard.count());
        played.lookBackFrom(playedThen);
        double[] playedDb = played.levels();
        double levelDb = heard.levels()[EchoPath.LEVELS - 1];
        if (path.isEmpty()) {
            return learn(playedDb, levelDb);
        }
        Verdict verdict = levelDb > Track.FLOOR_DB && levelDb < path.get().loudestDb(playedDb) ? Verdict.ECHO : Verdict.NONE;
        doubt(path.get().expectedDb(playedDb), levelDb);
        return verdict;
    }

    private Verdict learn(double[] playedDb, double levelDb) {
        boolean sound = levelDb > Math.max(SOUND_DB, roomDb + ABOVE_ROOM_DB);
        roomDb = Math.min(roomDb, levelDb);
        if (EchoPath.loudest(playedDb, 0, playedDb.length) <= SOUND_DB) {
            return Verdict.NONE; // the bot has not begun to speak
        }
        learningFrames--;
        soundFrames += sound ? 1 : 0;
        if (soundFrames < EchoPath.WAVE) {
            return sound ? Verdict.DOUBTFUL : Verdict.NONE;
        }
        learningFrames = 0;
        path = EchoPath.find(played, heard);
        return path.isPresent() ? Verdict.ECHO : Verdict.NONE;
    }

    /** An echo may end: somebody puts on headphones, or there was none and it was learnt by mistake. */
    private void doubt(double expectedDb, double levelDb) {
        if (expectedDb > SURELY_HEARD_DB) {
            missingFrames = Math.max(0, missingFrames + (levelDb < expectedDb - MISSING_DB ? 1 : -1));
            path = path.filter(found -> missingFrames < MISSING_FRAMES);
        }
    }
}
