package switchboard.api.stt;

import java.util.ArrayList;
import java.util.List;
import switchboard.api.audio.AudioClip;

/**
 * Cuts long speech into pieces that the model was made for, each at the quietest place that is near enough to its end.
 * Stateless.
 */
public final class QuietCuts {

    /** How far back from the longest piece a quiet place is looked for, in seconds. */
    private static final int SEARCHED_SECONDS = 10;
    /** A pause between words is at least this part of a second. */
    private static final int PAUSES_PER_SECOND = 5;
    private static final int STEPS_PER_SECOND = 100;

    private QuietCuts() {
    }

    /**
     * The clip itself if it is short enough; else pieces that follow each other without gap or overlap, none shorter than a
     * second: a shorter rest could not be understood.
     *
     * @param longestSeconds length of the longest piece; more than eleven
     */
    public static List<AudioClip> pieces(AudioClip speech, int longestSeconds) {
        List<AudioClip> pieces = new ArrayList<>();
        int second = speech.sampleRateHz();
        int length = speech.samples().length;
        int start = 0;
        while (length - start > longestSeconds * second) {
            int latest = Math.min(start + longestSeconds * second, length - second);
            int cut = quietest(speech, latest - SEARCHED_SECONDS * second, latest);
            pieces.add(speech.slice(start, cut));
            start = cut;
        }
        pieces.add(start == 0 ? speech : speech.slice(start, length));
        return pieces;
    }

    /** The middle of the pause with the least energy. */
    private static int quietest(AudioClip speech, int from, int to) {
        int pause = speech.sampleRateHz() / PAUSES_PER_SECOND;
        int step = speech.sampleRateHz() / STEPS_PER_SECOND;
        int best = from;
        double least = Double.MAX_VALUE;
        for (int start = from; start + pause <= to; start += step) {
            double energy = energy(speech.samples(), start, start + pause);
            if (energy < least) {
                least = energy;
                best = start;
            }
        }
        return best + pause / 2;
    }

    private static double energy(float[] samples, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return sum;
    }
}
