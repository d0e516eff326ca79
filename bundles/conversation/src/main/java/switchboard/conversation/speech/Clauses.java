package switchboard.conversation.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Cuts a stream of text into what can be spoken by itself: whole sentences, but the first clause as early as real
 * punctuation allows, because the caller waits for it. Confined to one thread.
 */
public final class Clauses {

    private static final Set<String> ABBREVIATIONS = Set.of(
            "dr", "mr", "mrs", "ms", "prof", "st", "no", "vs", "etc", "e.g", "i.e", "a.m", "p.m", "approx", "dept", "inc", "ltd", "jr", "sr", "bzw", "z.b");

    private static final String SENTENCE_END = ".!?…";
    private static final String CLAUSE_END = ",;:—–";
    private static final String CLOSING = "\"')]”’»";
    private static final int FIRST_CLAUSE_WORDS = 3;
    /** A longer sentence is cut at a comma, and a much longer one between words: voices have a limit of about 500 phonemes. */
    private static final int LONG = 180;
    private static final int TOO_LONG = 300;

    private final StringBuilder pending = new StringBuilder();
    private boolean spoken;

    /**
     * Takes the next text.
     *
     * @return the clauses that it completes
     */
    public List<String> accept(String text) {
        pending.append(text);
        List<String> clauses = new ArrayList<>();
        for (int cut = cut(); cut > 0; cut = cut()) {
            take(cut).ifPresent(clauses::add);
        }
        return clauses;
    }

    /** The text is complete: what is left. */
    public Optional<String> end() {
        return take(pending.length());
    }

    /** Whether there has been a clause. */
    public boolean hasSpoken() {
        return spoken;
    }

    private Optional<String> take(int length) {
        String clause = pending.substring(0, length).strip().replaceAll("\\s+", " ");
        pending.delete(0, length);
        if (clause.chars().noneMatch(Character::isLetterOrDigit)) {
            return Optional.empty();
        }
        spoken = true;
        return Optional.of(clause);
    }

    /** Where the next clause ends; 0 if that is not known yet. A border is known by the space that follows it. */
    private int cut() {
        for (int i = 0; i + 1 < pending.length(); i++) {
            char c = pending.charAt(i);
            if (c == '\n' && hasLetter(i)) {
                return i + 1;
            }
            int end = afterClosing(i + 1);
            boolean spaceFollows = end < pending.length() && Character.isWhitespace(pending.charAt(end));
            if (spaceFollows && (endsSentence(c, i) || CLAUSE_END.indexOf(c) >= 0 && mayCutAt(i))) {
                return end;
            }
        }
        return pending.length() > TOO_LONG ? Math.max(0, pending.lastIndexOf(" ")) : 0;
    }

    private int afterClosing(int from) {
        int end = from;
        while (end < pending.length() && CLOSING.indexOf(pending.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private boolean hasLetter(int end) {
        return pending.substring(0, end).chars().anyMatch(Character::isLetterOrDigit);
    }

    private boolean endsSentence(char c, int at) {
        return SENTENCE_END.indexOf(c) >= 0 && !(c == '.' && isPartOfWord(at));
    }

    /** "Dr.", "p.m.", the initial in "J. Smith", the number in "1. Soup". */
    private boolean isPartOfWord(int at) {
        int start = at;
        while (start > 0 && !Character.isWhitespace(pending.charAt(start - 1))) {
            start--;
        }
        String word = pending.substring(start, at).toLowerCase(Locale.ROOT).replaceAll("^[^\\p{L}\\p{N}]+", "");
        boolean initial = word.length() == 1 && Character.isLetter(word.charAt(0)) && !word.equals("i");
        boolean listNumber = !word.isEmpty() && word.chars().allMatch(Character::isDigit) && pending.substring(0, start).isBlank();
        return ABBREVIATIONS.contains(word) || initial || listNumber;
    }

    private boolean mayCutAt(int at) {
        return at > LONG || !spoken && pending.substring(0, at).strip().split("\\s+").length >= FIRST_CLAUSE_WORDS;
    }
}
