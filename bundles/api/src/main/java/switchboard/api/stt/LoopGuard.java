package switchboard.api.stt;

import java.util.List;
import java.util.Locale;

/**
 * Cuts what a stuck decoder repeats: the same words, more than three times in a row, to the very end.
 *
 * <p>Repetition that other words follow was spoken ("no, no, no, no, I meant Friday"): a stuck decoder does not recover.
 *
 * <p>For recognisers whose decoder can get stuck. Stateless.
 */
public final class LoopGuard {

    private static final int MOST = 3;

    private LoopGuard() {
    }

    /** The text up to the end of the first repetition; the whole text if there is no loop. */
    public static String withoutLoop(String text) {
        List<String> words = List.of(text.split(" +"));
        for (int length = 1; length * (MOST + 1) <= words.size(); length++) {
            int start = startOfPeriod(words, length);
            if (words.size() - start >= length * (MOST + 1)) {
                return String.join(" ", words.subList(0, start + length));
            }
        }
        return text;
    }

    /** From where on to the end every word equals the one a period before it; a last period may be cut short. */
    private static int startOfPeriod(List<String> words, int length) {
        int start = words.size() - length;
        while (start > 0 && bare(words.get(start - 1)).equals(bare(words.get(start - 1 + length)))) {
            start--;
        }
        return start;
    }

    private static String bare(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("\\p{Punct}+$", "");
    }
}
