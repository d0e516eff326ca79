package switchboard.spoken.time;

/**
 * A word, a number or a mark of the text.
 *
 * @param kind  what it is
 * @param word  as written, in lower case, without a possessive "s"
 * @param value of a number or an ordinal; -1 of anything else
 * @param start offset of its first character in the text
 * @param end   offset behind its last character
 * @param glued whether it follows its predecessor without a space
 */
record Token(Kind kind, String word, int value, int start, int end, boolean glued) {

    enum Kind { WORD, NUMBER, ORDINAL, MARK }

    static Token word(String word, int start, int end, boolean glued) {
        return new Token(Kind.WORD, word, -1, start, end, glued);
    }

    boolean is(Kind other) {
        return kind == other;
    }

    /** A number in digits, not in words. */
    boolean digits() {
        return kind == Kind.NUMBER && Character.isDigit(word.charAt(0));
    }

    /** A token from here to the end of the other. */
    Token upTo(Token last, Kind newKind, int newValue) {
        String joined = this == last ? word : word + " " + last.word;
        return new Token(newKind, joined, newValue, start, last.end, glued);
    }
}
