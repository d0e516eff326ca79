package switchboard.tts.piper;

import java.util.List;

/** How many insertions, deletions and substitutions lead from one list to another. */
final class EditDistance {

    private EditDistance() {
    }

    static int between(List<?> expected, List<?> actual) {
        int[] previous = new int[actual.size() + 1];
        for (int j = 0; j < previous.length; j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= expected.size(); i++) {
            int[] current = new int[previous.length];
            current[0] = i;
            for (int j = 1; j < current.length; j++) {
                int substituted = previous[j - 1] + (expected.get(i - 1).equals(actual.get(j - 1)) ? 0 : 1);
                current[j] = Math.min(substituted, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[actual.size()];
    }
}
