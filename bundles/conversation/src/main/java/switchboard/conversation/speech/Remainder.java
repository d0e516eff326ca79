package switchboard.conversation.speech;

import switchboard.api.call.MediaListener;

/**
 * What another voice has to say when one has failed in the middle of a text: from the beginning of the word that was being
 * spoken. Nobody knows which that was; it is guessed from how long people take for so many letters, and rather a word is said
 * twice than not at all.
 */
final class Remainder {

    /** About 12 letters a second: voices speak faster, so that the guess lies before what was heard. */
    private static final double SECONDS_PER_LETTER = 0.085;
    /** A digit is a word: "7" is "seven". So is a sign of money or of a part. */
    private static final int LETTERS_OF_A_DIGIT = 6;

    private Remainder() {}

    /**
     * The rest of a text, from the beginning of a word.
     *
     * @param heard samples of it that were heard, at {@link MediaListener#PLAYED_HZ}
     * @param speed as in the request
     * @return at least the last word
     */
    static String of(String text, long heard, double speed) {
        double letters = heard * speed / MediaListener.PLAYED_HZ / SECONDS_PER_LETTER;
        int word = 0;
        for (int i = 0; i < text.length() && letters >= 0; i++) {
            if (startsWord(text, i)) {
                word = i;
            }
            letters -= isSpelledOut(text.charAt(i)) ? LETTERS_OF_A_DIGIT : 1;
        }
        return text.substring(word);
    }

    private static boolean startsWord(String text, int at) {
        return at > 0 && !Character.isWhitespace(text.charAt(at)) && Character.isWhitespace(text.charAt(at - 1))
                && text.substring(at).chars().anyMatch(Character::isLetterOrDigit);
    }

    private static boolean isSpelledOut(char c) {
        return Character.isDigit(c) || Character.getType(c) == Character.CURRENCY_SYMBOL || c == '%' || c == '&' || c == '+';
    }
}
