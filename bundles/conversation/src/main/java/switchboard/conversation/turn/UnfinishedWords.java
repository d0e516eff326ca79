package switchboard.conversation.turn;

import java.util.Locale;
import java.util.Set;

/**
 * Does an English utterance end in a word after which something must follow? Other languages have other words, and so
 * are always taken as finished.
 */
final class UnfinishedWords {

    /** How an utterance ends. */
    enum Ending { FINISHED, MAY_GO_ON, UNFINISHED }

    /** Articles, possessives and conjunctions that end no sentence. */
    private static final Set<String> NEVER_LAST = Set.of(
            "a", "an", "the", "my", "your", "our", "their", "its", "and", "or", "but", "because", "if", "than", "whether", "although",
            "i'm", "you're", "we're", "they're", "i'd", "we'd", "you'd", "i'll", "we'll", "i've", "we've", "um", "uh", "erm");

    /** Prepositions and auxiliaries: mostly something follows, but "Yes, I do" and "Come in" are whole. */
    private static final Set<String> SELDOM_LAST = Set.of(
            "of", "for", "to", "with", "at", "from", "in", "on", "by", "about", "until", "till", "between", "into", "after", "before",
            "around", "without", "during", "per", "near", "his", "her", "so", "that", "which", "who", "when", "while", "as", "like",
            "is", "are", "was", "were", "am", "be", "been", "do", "does", "did", "have", "has", "had", "can", "could", "will", "would",
            "shall", "should", "may", "might", "must", "want", "need");

    private static final Set<String> TENS =
            Set.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "thousand", "plus", "double");

    private static final Set<String> DIGITS = Set.of(
            "zero", "oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private UnfinishedWords() {
    }

    static Ending ending(String transcript) {
        String text = transcript.strip().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        String[] words = text.replaceAll("[^\\p{L}\\p{N}' ]+", " ").strip().split("\\s+");
        String last = words[words.length - 1];
        if (NEVER_LAST.contains(last)) {
            return Ending.UNFINISHED;
        }
        // "What is that for?" is a whole question; a recogniser does not hear a question in half of one.
        if (text.endsWith("?")) {
            return Ending.FINISHED;
        }
        return SELDOM_LAST.contains(last) || isGrowingNumber(words) ? Ending.MAY_GO_ON : Ending.FINISHED;
    }

    /** "Twenty" may become "twenty four", and of a telephone number nobody knows how long it will be. */
    private static boolean isGrowingNumber(String[] words) {
        String last = words[words.length - 1];
        return TENS.contains(last) || isNumber(last) && words.length > 1 && isNumber(words[words.length - 2]);
    }

    private static boolean isNumber(String word) {
        return DIGITS.contains(word) || TENS.contains(word) || !word.isEmpty() && word.chars().allMatch(Character::isDigit);
    }
}
