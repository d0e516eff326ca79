package switchboard.stt.whisper;

import java.util.ArrayList;
import java.util.List;
import switchboard.api.audio.AudioClip;

/**
 * Cuts long speech into pieces that end well before the 30 s after which Whisper loses words, each at the quietest place
 * that is near enough to its end.
 */
final class QuietCuts {

    private static final int SECOND = Whisper.SAMPLE_RATE_HZ;
    private static final int LONGEST = 20 * SECOND;
    /** How far back from the longest piece a quiet place is looked for. */
    private static final int SEARCHED = 10 * SECOND;
    /** A rest shorter than this could not be understood. */
    private static final int SHORTEST_REST = SECOND;
    /** A pause between words is at least this long. */
    private static final int PAUSE = SECOND / 5;
    private static final int STEP = SECOND / 100;

    private QuietCuts() {
    }

    /** The clip itself if it is 20 s or shorter; else pieces that follow each other without gap or overlap. */
    static List<AudioClip> pieces(AudioClip speech) {
        List<AudioClip> pieces = new ArrayList<>();
        int length = speech.samples().length;
        int start = 0;
        while (length - start > LONGEST) {
            int latest = Math.min(start + LONGEST, length - SHORTEST_REST);
            int cut = quietest(speech.samples(), latest - SEARCHED, latest);
            pieces.add(speech.slice(start, cut));
            start = cut;
        }
        pieces.add(start == 0 ? speech : speech.slice(start, length));
        return pieces;
    }

    /** The middle of the pause with the least energy. */
    private static int quietest(float[] samples, int from, int to) {
        int best = from;
        double least = Double.MAX_VALUE;
        for (int start = from; start + PAUSE <= to; start += STEP) {
            double energy = energy(samples, start);
            if (energy < least) {
                least = energy;
                best = start;
            }
        }
        return best + PAUSE / 2;
    }

    private static double energy(float[] samples, int start) {
        double sum = 0;
        for (int i = start; i < start + PAUSE; i++) {
            sum += (double) samples[i] * samples[i];
        }
        return sum;
    }
}
