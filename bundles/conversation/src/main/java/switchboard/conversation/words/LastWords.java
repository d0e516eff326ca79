package switchboard.conversation.words;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows of a language only the words that end no sentence, and otherwise trusts the recogniser's punctuation. */
final class LastWords implements Wording {

    static final Collection<String> GERMAN = Set.of(
            "der", "die", "dem", "den", "des", "ein", "eine", "einen", "einem", "einer", "mein", "meine", "meinen", "meinem", "meiner",
            "unser", "unsere", "unseren", "ihr", "ihre", "ihren", "und", "oder", "aber", "weil", "wenn", "dass", "ob", "als", "für",
            "von", "zum", "zur", "bei", "beim", "im", "am", "gegen", "ohne", "pro", "ich", "wir", "äh", "ähm", "sie das", "ich das", "wir das");
    /** "Was kostet das?", "Kann ich die Rechnung haben?", "Haben Sie am Montag zu?", and "Haben Sie das …". */
    static final Collection<String> GERMAN_SELDOM = Set.of("das", "haben", "zu", "um", "mit", "sehr");

    static final Collection<String> SPANISH = Set.of(
            "el", "la", "los", "las", "un", "una", "unos", "unas", "mi", "mis", "su", "sus", "nuestro", "nuestra", "y", "o", "pero", "porque", "si",
            "que", "de", "del", "a", "al", "en", "con", "por", "para", "sin", "muy", "quisiera", "eh");
    /** "¿Cuánto es?", "¿Cuántos son?", "Eso es lo que quiero.", and "Quiero …". */
    static final Collection<String> SPANISH_SELDOM = Set.of("es", "son", "tengo", "quiero");

    /** Recognisers write digits as figures. */
    private static final Dictation FIGURES = new Dictation(Map.of());
    private static final String ENDS = ".!?";
    private static final String CONTINUES = ",;:-–—…";

    private static final int SHORT_ANSWER_WORDS = 7;
    private static final Pattern YEAR = Pattern.compile("(19|20)?\\d\\d");
    private static final Set<String> NO = Set.of("nein", "no");

    /** In shorter sentences a word that is seldom the last is not. */
    private static final int SHORTEST_WITH_SELDOM = 3;

    private final Set<String> neverLast;
    private final Set<String> seldomLast;

    /**
     * @param neverLast  words, or two of them, after which something must follow
     * @param seldomLast words that end a sentence only where the recogniser hears its end
     */
    LastWords(Collection<String> neverLast, Collection<String> seldomLast) {
        this.neverLast = Set.copyOf(neverLast);
        this.seldomLast = Set.copyOf(seldomLast);
    }

    @Override
    public Completeness judge(String transcript, Expected expected) {
        List<String> words = Wording.words(transcript);
        String text = transcript.strip();
        if (words.isEmpty() || CONTINUES.indexOf(text.charAt(text.length() - 1)) >= 0) {
            return Completeness.DOUBTFUL;
        }
        String last = words.get(words.size() - 1);
        boolean seldom = seldomLast.contains(last);
        boolean ended = words.size() >= SHORTEST_WITH_SELDOM && ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
        String lastTwo = words.size() < 2 ? "" : words.get(words.size() - 2) + " " + last;
        if (neverLast.contains(last) || neverLast.contains(lastTwo) || seldom && !ended) {
            return Completeness.UNFINISHED;
        }
        if (seldom && !text.endsWith("?")) {
            return Completeness.OPEN;
        }
        if (Enumeration.isOpen(text, expected) || FIGURES.isGrowing(text, expected == Expected.TELEPHONE_NUMBER) || Dictation.isSpelling(text, expected == Expected.SPELLING)) {
            return Completeness.DOUBTFUL;
        }
        return text.endsWith("?") || isAnswer(words, expected) ? Completeness.WHOLE : Completeness.LIKELY;
    }

    /** Whether it looks, as a whole, like what was asked for. */
    private static boolean isAnswer(List<String> words, Expected expected) {
        return words.size() <= SHORT_ANSWER_WORDS && switch (expected) {
            case ANYTHING, ACCOUNT, ADDRESS -> false;
            case NAME -> words.size() > 1;
            case BIRTHDAY -> words.stream().anyMatch(word -> YEAR.matcher(word).matches());
            case YES_OR_NO -> words.size() > 1 || !NO.contains(words.get(0)); // why, or what is right, may follow
            default -> true;
        };
    }
}
