package switchboard.llm.receptionist.booking;

/** How near two words are, letter by letter. */
final class Spelling {

    private Spelling() {
    }

    /** Levenshtein's distance: the least number of letters to be added, left out or exchanged. */
    static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            int diagonal = i - 1;
            for (int j = 0; j <= other.length(); j++) {
                int above = row[j];
                row[j] = i == 0 ? j : j == 0 ? i : Math.min(Math.min(above, row[j - 1]) + 1, diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1));
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
