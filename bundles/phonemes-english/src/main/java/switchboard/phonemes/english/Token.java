package switchboard.phonemes.english;

/**
 * A word, a punctuation mark, or a symbol.
 *
 * @param text   as written
 * @param spaced whether white space stands before it
 */
record Token(String text, boolean spaced) {

    private static final String PUNCTUATION = ";:,.!?—…\"“”()";

    boolean isWord() {
        return Character.isLetter(text.codePointAt(0));
    }

    /** Punctuation is its own phoneme. */
    boolean isPunctuation() {
        return text.length() == 1 && PUNCTUATION.contains(text);
    }
}
