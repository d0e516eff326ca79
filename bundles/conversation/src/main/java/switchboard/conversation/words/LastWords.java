package switchboard.conversation.words;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Knows of a language only the words that end no sentence, and otherwise trusts the recogniser's punctuation. */
final class LastWords implements Wording {

    static final Collection<String> GERMAN = Set.of(
            "der", "die", "das", "dem", "den", "des", "ein", "eine", "einen", "einem", "einer", "mein", "meine", "meinen", "meinem", "meiner",
            "unser", "unsere", "unseren", "ihr", "ihre", "ihren", "und", "oder", "aber", "weil", "wenn", "dass", "ob", "als", "für", "mit", "um",
            "von", "zu", "zum", "zur", "bei", "beim", "im", "am", "gegen", "ohne", "pro", "sehr", "ich", "wir", "haben", "äh", "ähm");

    static final Collection<String> SPANISH = Set.of(
            "el", "la", "los", "las", "un", "una", "unos", "unas", "mi", "mis", "su", "sus", "nuestro", "nuestra", "y", "o", "pero", "porque", "si",
            "que", "de", "del", "a", "al", "en", "con", "por", "para", "sin", "es", "son", "muy", "tengo", "quiero", "quisiera", "eh");

    /** Recognisers write digits as figures. */
    private static final Dictation FIGURES = new Dictation(Set.of());
    private static final String CONTINUES = ",;:-–—…";

    private final Set<String> neverLast;

    LastWords(Collection<String> neverLast) {
        this.neverLast = Set.copyOf(neverLast);
    }

    @Override
    public Completeness judge(String transcript, Expected expected) {
        List<String> words = Wording.words(transcript);
        String text = transcript.strip();
        if (words.isEmpty() || CONTINUES.indexOf(text.charAt(text.length() - 1)) >= 0) {
            return Completeness.DOUBTFUL;
        }
        if (neverLast.contains(words.get(words.size() - 1))) {
            return Completeness.UNFINISHED;
        }
        if (Enumeration.isOpen(text) || FIGURES.isGrowing(text, expected == Expected.TELEPHONE_NUMBER) || Dictation.isSpelling(text, expected == Expected.SPELLING)) {
            return Completeness.DOUBTFUL;
        }
        return text.endsWith("?") || expected != Expected.ANYTHING ? Completeness.WHOLE : Completeness.LIKELY;
    }
}
