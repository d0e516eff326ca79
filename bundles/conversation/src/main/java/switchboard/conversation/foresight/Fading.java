package switchboard.conversation.foresight;

import java.time.Duration;
import switchboard.api.audio.AudioClip;
import switchboard.conversation.level.Level;

/**
 * Whether a voice becomes softer, as it does in the last sound of a sentence: a sign, seen before the first silence, that the
 * words may be all. It is a weak one, since the voice falls within sentences as well, but costs nothing.
 */
final class Fading {

    private static final Duration LAST = Duration.ofMillis(20);
    private static final Duration SYLLABLE = Duration.ofMillis(100);
    private static final double SOFTER_DB = 8;

    private Fading() {
    }

    /** Whether the last 20 ms are 8 dB softer than the loudest tenth of a second of all that was said; of shorter speech nothing is known. */
    static boolean isHeardIn(AudioClip speech) {
        float[] samples = speech.samples();
        int syllable = AudioClip.samplesIn(SYLLABLE, speech.sampleRateHz());
        double loudest = Level.SILENCE_DBFS;
        for (int from = 0; from + syllable <= samples.length; from += syllable / 2) {
            loudest = Math.max(loudest, Level.dbfs(samples, from, from + syllable));
        }
        int last = Math.max(0, samples.length - AudioClip.samplesIn(LAST, speech.sampleRateHz()));
        return Level.dbfs(samples, last, samples.length) <= loudest - SOFTER_DB;
    }
}
