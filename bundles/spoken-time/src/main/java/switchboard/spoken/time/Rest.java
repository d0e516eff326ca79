package switchboard.spoken.time;

import java.util.Set;
import java.util.stream.IntStream;

/** A text from which days and times are taken away. Used once. */
final class Rest {

    private static final Set<String> LINKS = Set.of("or", "and", "i", "to", "till", "until", "not", "uh", "um", "that", "it", "is", "of", "than",
            "oh", "yes", "well", "let", "say", "please", "maybe");
    private static final String LOOSE_MARKS = ",;:.!?-\u2013\u2014";

    private final Phrase phrase;
    private final StringBuilder rest = new StringBuilder();
    private int done;
    private int end = -1;

    Rest(Phrase phrase) {
        this.phrase = phrase;
    }

    /** Takes away the tokens from {@code lead} to before {@code to}, and the "no, sorry" between them and the last ones. */
    void remove(int lead, int to) {
        int from = lead;
        if (end >= 0 && IntStream.range(end, lead).allMatch(this::isLink)) {
            from = end;
        } else {
            while (phrase.is(from - 1, "not") || phrase.is(from - 1, "than") || phrase.is(from - 1, "instead")) {
                from--;
            }
        }
        if (from != end) {
            append(phrase.text().substring(done, phrase.token(from).start()));
        }
        done = phrase.token(to - 1).end();
        end = to;
    }

    String text() {
        append(phrase.text().substring(done));
        int length = rest.length();
        return length > 0 && rest.charAt(length - 1) == ',' ? rest.substring(0, length - 1) : rest.toString();
    }

    private boolean isLink(int i) {
        return phrase.mark(i) || phrase.in(i, Words.CORRECTIONS) || phrase.in(i, LINKS);
    }

    private void append(String piece) {
        String words = piece.strip();
        int start = 0;
        boolean bare = rest.length() == 0 || LOOSE_MARKS.indexOf(rest.charAt(rest.length() - 1)) >= 0;
        while (bare && start < words.length() && (LOOSE_MARKS.indexOf(words.charAt(start)) >= 0 || words.charAt(start) == ' ')) {
            start++;
        }
        words = words.substring(start);
        boolean space = rest.length() > 0 && !words.isEmpty() && LOOSE_MARKS.indexOf(words.charAt(0)) < 0;
        rest.append(space ? " " : "").append(words);
    }
}
