package switchboard.conversation.vad;

import switchboard.conversation.level.Level;

/**
 * Notices at once when a voice stops: the level of each frame beside that of the speech before it and of the room. A
 * detector of speech is surer, but hears speech for some 70 ms after its last sound. Confined to one call's thread.
 *
 * <p>In a loud room no frame is quiet; whoever asks must then rely on the detector.
 */
final class Loudness {

    /** Below the loudest of the speech, in decibels; the softest of consonants are louder. */
    private static final double BELOW_SPEECH_DB = 32;
    /** The room's own noise changes by so much. */
    private static final double ABOVE_ROOM_DB = 6;
    /** Nearer to the speech than that the room drowns its consonants. */
    private static final double ROOM_BELOW_SPEECH_DB = 16;
    private static final double SPEECH_FADES_DB = 0.1;
    private static final double ROOM_GROWS_DB = 0.03;

    private double levelDb = Level.SILENCE_DBFS;
    private double speechDb = Level.SILENCE_DBFS;
    private double roomDb = 0;

    /** Whether a frame of 10 ms, at any rate, holds no voice. */
    boolean isQuiet(float[] frame) {
        levelDb = Level.dbfs(frame);
        speechDb = Math.max(levelDb, speechDb - SPEECH_FADES_DB);
        roomDb = Math.min(levelDb, roomDb + ROOM_GROWS_DB);
        return levelDb < Math.max(speechDb - BELOW_SPEECH_DB, Math.min(roomDb + ABOVE_ROOM_DB, speechDb - ROOM_BELOW_SPEECH_DB));
    }

    /** Of the last frame, in decibels below full scale. */
    double levelDb() {
        return levelDb;
    }

    /** The quietest that the room has lately been. */
    double roomDb() {
        return roomDb;
    }
}
