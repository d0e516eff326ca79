package switchboard.plugins.sample;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Compares what was said with what was understood, word by word; case and punctuation do not count. */
record Words(List<String> list) {

    static Words of(String text) {
        return new Words(Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}']+")).filter(word -> !word.isEmpty()).toList());
    }

    /** How many of these words the other has too, in this order (the longest common subsequence). */
    int foundIn(Words other) {
        int[][] common = new int[list.size() + 1][other.list.size() + 1];
        for (int i = 1; i <= list.size(); i++) {
            for (int j = 1; j <= other.list.size(); j++) {
                common[i][j] = list.get(i - 1).equals(other.list.get(j - 1)) ? common[i - 1][j - 1] + 1
                        : Math.max(common[i - 1][j], common[i][j - 1]);
            }
        }
        return common[list.size()][other.list.size()];
    }

    /** Word error rate of what was understood: insertions, deletions and replacements per word of these; 0 is perfect. */
    double errorRate(Words understood) {
        int[][] edits = new int[list.size() + 1][understood.list.size() + 1];
        for (int i = 0; i <= list.size(); i++) {
            for (int j = 0; j <= understood.list.size(); j++) {
                edits[i][j] = i == 0 ? j : j == 0 ? i : Math.min(
                        Math.min(edits[i - 1][j], edits[i][j - 1]) + 1,
                        edits[i - 1][j - 1] + (list.get(i - 1).equals(understood.list.get(j - 1)) ? 0 : 1));
            }
        }
        return (double) edits[list.size()][understood.list.size()] / Math.max(1, list.size());
    }
}
