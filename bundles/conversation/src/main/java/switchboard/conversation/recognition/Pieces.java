package switchboard.conversation.recognition;

import java.util.ArrayList;
import java.util.List;
import switchboard.api.audio.AudioClip;

/** Cuts long speech where it is quietest: recognisers are made for less than half a minute. */
final class Pieces {

    private static final int LONGEST_SECONDS = 24;
    private static final int SEARCHED_SECONDS = 8;
    private static final int WINDOWS_PER_SECOND = 20;

    private Pieces() {
    }

    /** The whole in order, in pieces of 16 to 24 seconds; the last one may be shorter. */
    static List<AudioClip> of(AudioClip speech) {
        List<AudioClip> pieces = new ArrayList<>();
        int longest = LONGEST_SECONDS * speech.sampleRateHz();
        int from = 0;
        while (speech.samples().length - from > longest) {
            int cut = quietest(speech, from + longest - SEARCHED_SECONDS * speech.sampleRateHz(), from + longest);
            pieces.add(speech.slice(from, cut));
            from = cut;
        }
        pieces.add(from == 0 ? speech : speech.slice(from, speech.samples().length));
        return pieces;
    }

    /** The middle of the quietest 50 ms between two samples. */
    private static int quietest(AudioClip speech, int from, int to) {
        int window = speech.sampleRateHz() / WINDOWS_PER_SECOND;
        int best = to - window;
        double least = Double.MAX_VALUE;
        for (int start = from; start + window <= to; start += window) {
            double energy = energy(speech.samples(), start, start + window);
            if (energy < least) {
                least = energy;
                best = start;
            }
        }
        return best + window / 2;
    }

    private static double energy(float[] samples, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += samples[i] * samples[i];
        }
        return sum;
    }
}
