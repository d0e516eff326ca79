package switchboard.spoken.time;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;

/**
 * What was said, in tokens, and when. Asking beyond either end is allowed and finds nothing.
 *
 * @param text   as it came
 * @param tokens its words, numbers and marks
 * @param now    the reference
 */
record Phrase(String text, List<Token> tokens, LocalDateTime now) {

    private static final Token NOTHING = new Token(Token.Kind.MARK, "", -1, 0, 0, false);

    static Phrase of(String text, LocalDateTime now) {
        return new Phrase(text, List.copyOf(NumberWords.join(Hesitations.removed(new Tokenizer(text).tokens()))), now);
    }

    int size() {
        return tokens.size();
    }

    LocalDate today() {
        return now.toLocalDate();
    }

    Token token(int i) {
        return i >= 0 && i < tokens.size() ? tokens.get(i) : NOTHING;
    }

    String word(int i) {
        return token(i).word();
    }

    boolean is(int i, String word) {
        return token(i).word().equals(word) && !word.isEmpty();
    }

    boolean in(int i, Set<String> words) {
        return words.contains(token(i).word());
    }

    /** Its value, or -1 if there is no cardinal number. */
    int number(int i) {
        return token(i).is(Token.Kind.NUMBER) ? token(i).value() : -1;
    }

    /** Its value, or -1 if there is no ordinal from 1 to 31. */
    int ordinal(int i) {
        Token token = token(i);
        return token.is(Token.Kind.ORDINAL) && token.value() >= 1 && token.value() <= 31 ? token.value() : -1;
    }

    boolean mark(int i) {
        return token(i).is(Token.Kind.MARK);
    }

    Cursor from(int i) {
        return new Cursor(this, i);
    }
}
