package switchboard.turn.words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What was said so far.
 *
 * @param text  as the recogniser wrote it, in lower case
 * @param words the same, without punctuation
 */
record Utterance(String text, List<String> words) {

    private static final int SHORT = 3;

    static Utterance of(String transcript) {
        String text = transcript.strip().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        List<String> words = Arrays.stream(text.split("[^\\p{L}\\p{N}']+")).filter(word -> !word.isEmpty()).toList();
        return new Utterance(text, words);
    }

    Ending ending() {
        if (words.isEmpty()) {
            return Ending.UNKNOWN;
        }
        Language language = Language.of(words);
        if (text.endsWith("...") || text.endsWith("\u2026") || text.endsWith("-") || language.mustGoOn(words)) {
            return Ending.UNFINISHED;
        }
        // "What is that for?" is whole. A recogniser does not hear a question in half of one.
        if (text.endsWith("?")) {
            return Ending.QUESTION;
        }
        if (text.endsWith(",") || language.mayGoOn(last()) || isGrowingNumber(language)) {
            return Ending.MAY_GO_ON;
        }
        return words.size() <= SHORT && language.closes(words) ? Ending.CLOSING : Ending.WHOLE;
    }

    private String last() {
        return words.get(words.size() - 1);
    }

    /** "Twenty" may become "twenty four", and of a telephone number nobody knows how long it will be. */
    private boolean isGrowingNumber(Language language) {
        int size = words.size();
        return language.growsOn(last()) || size > 1 && isNumber(language, last()) && isNumber(language, words.get(size - 2));
    }

    private static boolean isNumber(Language language, String word) {
        return language.counts(word) || word.chars().allMatch(Character::isDigit);
    }
}
