package switchboard.conversation.words;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether an utterance ends in what is dictated piece by piece, digits or letters, and so may be followed by more. Immutable. */
final class Dictation {

    /** Most telephone numbers have that many, with the area code. */
    private static final int TELEPHONE_DIGITS = 10;
    /** Fewer in one piece are a number of something: "four", "12". */
    private static final int LEAST_IN_A_GROUP = 3;
    private static final Pattern TIME = Pattern.compile("\\d{1,2}[:.]\\d{2}");
    private static final Pattern FIGURES = Pattern.compile("\\+?\\d+");
    /** A recogniser that repeats itself, as in noise: "0788888888". What was said is not known, so it may be less. */
    private static final Pattern REPEATED = Pattern.compile("(\\d)\\1{4,}$|(\\d{2,4})\\2{2,}$");
    /** What stands before a year, a price, a room or a time, and not before a dictated number. */
    private static final Set<String> BEFORE_AN_AMOUNT = Set.of(("in at for by from to until till around about before after of room table page january february march april may "
            + "june july august september october november december um für ab bis im januar februar märz mai juni juli oktober dezember a las para en de").split(" "));

    /** Other recognisers write figures. */
    private static final Set<String> ENGLISH_DIGITS = Set.of("zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine");

    private final Map<String, Integer> digitWords;

    /** @param digitWords how the language says digits, and how many each word stands for beside those that follow it: "double" for one more */
    Dictation(Map<String, Integer> digitWords) {
        this.digitWords = Map.copyOf(digitWords);
    }

    /**
     * Whether a number is being dictated that may be longer.
     *
     * @param numberExpected whether it was asked for
     */
    boolean isGrowing(String transcript, boolean numberExpected) {
        List<String> pieces = pieces(transcript);
        int digits = 0;
        int from = pieces.size();
        while (from > 0 && digits(pieces.get(from - 1)) > 0) {
            digits += digits(pieces.get(--from));
        }
        if (digits == 0 || digits >= TELEPHONE_DIGITS) {
            return REPEATED.matcher(String.join("", pieces.subList(from, pieces.size()))).find();
        }
        boolean amount = from > 0 && pieces.size() - from == 1 && BEFORE_AN_AMOUNT.contains(pieces.get(from - 1));
        boolean begun = numberExpected && (digits > 1 || from <= 1); // but "I don't have one"
        return begun || !amount && (digits >= LEAST_IN_A_GROUP || pieces.size() - from > 1);
    }

    /**
     * Whether the last words are single letters, maybe with digits among them, as in a post code.
     *
     * @param spellingExpected whether one is enough
     */
    static boolean isSpelling(String transcript, boolean spellingExpected) {
        List<String> pieces = pieces(transcript);
        int letters = 0;
        for (int i = pieces.size() - 1; i >= 0 && isSpelled(pieces.get(i)); i--) {
            letters += isLetter(pieces.get(i)) ? 1 : 0;
        }
        return letters > 1 || letters == 1 && spellingExpected;
    }

    /** Whether a word is a number or a digit. */
    boolean isNumber(String word) {
        return digits(word) > 0;
    }

    private int digits(String piece) {
        return FIGURES.matcher(piece).matches() ? piece.replace("+", "").length() : digitWords.getOrDefault(piece, 0);
    }

    private static boolean isSpelled(String piece) {
        return isLetter(piece) || FIGURES.matcher(piece).matches() || ENGLISH_DIGITS.contains(piece);
    }

    private static boolean isLetter(String piece) {
        return piece.length() == 1 && Character.isLetter(piece.charAt(0));
    }

    /** In lower case and without punctuation; a time stays one. */
    private static List<String> pieces(String transcript) {
        return List.of(transcript.strip().toLowerCase(Locale.ROOT).split("[\\s\\-–—/()]+")).stream()
                .flatMap(word -> {
                    String bare = word.replaceAll("^[^\\p{L}\\p{N}+]+|[^\\p{L}\\p{N}]+$", "");
                    return TIME.matcher(bare).matches() ? List.of(bare).stream() : List.of(bare.split("[.,;:]+")).stream();
                })
                .filter(piece -> !piece.isEmpty()).toList();
    }
}
