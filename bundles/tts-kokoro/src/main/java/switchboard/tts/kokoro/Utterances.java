package switchboard.tts.kokoro;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** Cuts what is too long to be said at once, where a speaker would breathe. */
final class Utterances {

    /** The graph takes 510. */
    static final int MOST_TOKENS = 500;

    /** Best first. */
    private static final List<IntPredicate> BREATHS = List.of(
            Vocabulary::endsSentence, Vocabulary::isPunctuation, Vocabulary::isSpace);

    private Utterances() {
    }

    /** At most {@link #MOST_TOKENS} each; together they are all the tokens. */
    static List<int[]> of(int[] tokens) {
        List<int[]> utterances = new ArrayList<>();
        int from = 0;
        while (tokens.length - from > MOST_TOKENS) {
            int to = cut(tokens, from);
            utterances.add(Arrays.copyOfRange(tokens, from, to));
            from = to;
        }
        utterances.add(Arrays.copyOfRange(tokens, from, tokens.length));
        return utterances;
    }

    /** Behind the last breath in the second half of what is possible; where there is none, within a word. */
    private static int cut(int[] tokens, int from) {
        int end = from + MOST_TOKENS;
        for (IntPredicate breath : BREATHS) {
            for (int to = end; to > from + MOST_TOKENS / 2; to--) {
                if (breath.test(tokens[to - 1])) {
                    return to;
                }
            }
        }
        return end;
    }
}
